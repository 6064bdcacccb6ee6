package dev.chesterton.patch;

import dev.chesterton.change.TextLines;
import dev.chesterton.mail.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the runs of quoted lines of a text and who is quoted. Where an archive lost the marks, the
 * attribution lines still show that somebody is quoted, but not how far: then each run up to the next
 * attribution is reported as guessed.
 */
final class QuoteReader {

  private static final int MAX_DEPTH = 50;

  /** A mark counts within this many columns of the one before: {@code > > >}, {@code >>>}. */
  private static final int MAX_GAP = 2;

  private final TextLines lines;
  private final List<Quote> quotes = new ArrayList<>();
  private final Attributions names = new Attributions();

  private QuoteReader(TextLines lines) {
    this.lines = lines;
  }

  static List<Quote> read(TextLines lines) {
    QuoteReader reader = new QuoteReader(lines);
    reader.readMarked();
    if (reader.quotes.isEmpty()) {
      reader.guess();
    }
    return List.copyOf(reader.quotes);
  }

  private void readMarked() {
    int number = 1;
    while (lines.has(number)) {
      int depth = depth(lines.line(number));
      int end = number;
      while (lines.has(end + 1) && depth(lines.line(end + 1)) == depth
          && Attributions.name(lines, end, markLength(lines.line(end))).isEmpty()) {
        end++;
      }
      if (depth > 0) {
        quotes.add(new Quote(number, end, depth, names.of(depth), false));
      }
      Attributions.name(lines, end, markLength(lines.line(end)))
          .ifPresent(name -> names.introduce(depth + 1, name));
      number = end + 1;
    }
  }

  /** Each attribution speaks of what follows, at an unknown depth. */
  private void guess() {
    int start = 0;
    Optional<String> who = Optional.empty();
    for (int number = 1; number <= lines.count(); number++) {
      Optional<String> name = Attributions.name(lines, number, 0);
      if (name.isPresent()) {
        addGuess(start, number - 1, who);
        start = number + 1;
        who = name;
      }
    }
    addGuess(start, lines.count(), who);
  }

  private void addGuess(int start, int end, Optional<String> who) {
    if (start > 0 && start <= end) {
      quotes.add(new Quote(start, end, 1, who, true));
    }
  }

  static int depth(String line) {
    int depth = 0;
    int last = -1;
    for (int i = 0; i < line.length() && i - last <= MAX_GAP && depth < MAX_DEPTH; i++) {
      if (line.charAt(i) == '>') {
        depth++;
        last = i;
      } else if (line.charAt(i) != ' ') {
        break;
      }
    }
    return depth;
  }

  private static int markLength(String line) {
    int end = 0;
    for (int i = 0; i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == ' '); i++) {
      end = i + 1;
    }
    return end;
  }
}
