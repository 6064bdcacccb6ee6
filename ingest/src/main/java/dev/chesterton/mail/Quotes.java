package dev.chesterton.mail;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which lines of a text repeat earlier mails, how deep, and whose they are. */
public final class Quotes {
  /** A wrapped attribution takes so many lines at most. */
  private static final int MAX_ATTRIBUTION_LINES = 3;

  private final List<QuotedLine> lines;
  private final boolean guessed;
  private final Map<Integer, String> whoAtDepth = new HashMap<>();
  private final List<Quote> quotes = new ArrayList<>();

  private Quotes(List<QuotedLine> lines, boolean guessed) {
    this.lines = lines;
    this.guessed = guessed;
  }

  /** The quotes of a message; all of them are guessed where its marks are. */
  public static Parsed<List<Quote>> of(Message message) {
    return of(message.text(), message.marksGuessed());
  }

  /**
   * The quotes of a text, in order; lines in none are the sender's own.
   *
   * <p>Where attribution lines stand and no line has a mark, the marks are lost: the paragraph below n attributions is
   * taken to be n deep, all further ones for the sender's own, and every run is {@linkplain Quote#guessed guessed}.
   *
   * @param text lines ended by {@code \n}
   */
  public static Parsed<List<Quote>> of(String text) {
    return of(text, false);
  }

  private static Parsed<List<Quote>> of(String text, boolean guessed) {
    List<QuotedLine> lines = QuotedLine.of(text);
    Quotes quotes = new Quotes(lines, guessed);
    if (isMarked(lines)) {
      quotes.readMarked();
      return new Parsed<>(List.copyOf(quotes.quotes),
          guessed ? List.of(new Problem("", "quote marks were put back; depth is a guess"))
              : List.of());
    }
    List<Quote> unmarked = new UnmarkedQuotes(lines).read();
    return new Parsed<>(unmarked, unmarked.isEmpty()
        ? List.of()
        : List.of(new Problem("", "quote marks are lost; quote depth is a guess")));
  }

  private static boolean isMarked(List<QuotedLine> lines) {
    for (QuotedLine line : lines) {
      if (line.depth() > 0) {
        return true;
      }
    }
    return false;
  }

  private void readMarked() {
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).depth() != lines.get(start).depth()) {
        end(start, i);
        start = i;
      }
      note(i);
    }
    end(start, lines.size());
  }

  private void end(int start, int end) {
    int depth = lines.get(start).depth();
    if (depth > 0) {
      quotes.add(new Quote(start + 1, end, depth, Optional.ofNullable(whoAtDepth.get(depth)),
          guessed));
    }
  }

  private void note(int line) {
    int depth = lines.get(line).depth();
    attributionAt(lines, line).ifPresent(who -> {
      whoAtDepth.keySet().removeIf(level -> level > depth);
      whoAtDepth.put(depth + 1, who);
    });
  }

  /** Who is named in an attribution that ends on that line, however many lines of the same depth it takes. */
  static Optional<String> attributionAt(List<QuotedLine> lines, int last) {
    QuotedLine end = lines.get(last);
    if (!end.endsWith(':') || !Attribution.isEnd(end.content())) {
      return Optional.empty();
    }
    String text = end.content().strip();
    for (int first = last; first > last - MAX_ATTRIBUTION_LINES && first >= 0; first--) {
      QuotedLine line = lines.get(first);
      if (line.depth() != end.depth() || line.isBlank()
          || (first < last && Attribution.isEnd(line.content()))) {
        break;
      }
      text = first == last ? text : line.content().strip() + " " + text;
      if (Attribution.isBeginning(text)) {
        return Attribution.nameIn(text);
      }
    }
    return Attribution.nameIn(end.content());
  }
}
