package dev.chesterton.web.view;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citations;
import dev.chesterton.mail.Quote;
import dev.chesterton.patch.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays out the text of a mail or of a commit message: numbered lines, citations linked, long quotes folded. */
public final class TextWriter {

  /** Longer quotes are folded. */
  private static final int LONGEST_QUOTE = 12;
  /** The end of a folded quote stays open, since the answer refers to it. */
  private static final int OPEN_END = 3;

  private final List<String> lines;
  private final Map<Integer, List<Citation>> citations;
  private final MailLinks mails;
  private final String prefix;
  private final int[] depth;
  private final int diffLine;
  private final Map<Integer, String> quoted;

  private TextWriter(List<String> lines, List<Citation> citations, MailLinks mails, String prefix,
      int diffLine, Map<Integer, String> quoted) {
    this.lines = lines;
    this.citations = citations.stream().collect(Collectors.groupingBy(Citation::line));
    this.mails = mails;
    this.prefix = prefix;
    this.depth = new int[lines.size()];
    this.diffLine = diffLine;
    this.quoted = Map.copyOf(quoted);
  }

  /**
   * The text of a mail.
   *
   * @param prefix in front of {@code q} and the line number, where several mails share a page
   */
  public static TextWriter of(Posting posting, MailLinks mails, String prefix) {
    return of(posting, mails, prefix, Map.of());
  }

  /**
   * The text of a mail that answers others.
   *
   * @param quoted where the line stands that a line repeats, by its 1-based number
   */
  public static TextWriter of(Posting posting, MailLinks mails, String prefix,
      Map<Integer, String> quoted) {
    int diffLine = posting instanceof Posting.Patch patch ? patch.diffLine() : Integer.MAX_VALUE;
    TextWriter writer = new TextWriter(posting.message().lines(), posting.citations(), mails,
        prefix, diffLine, quoted);
    posting.quotes().forEach(writer::mark);
    return writer;
  }

  public static TextWriter ofMessage(String message, MailLinks mails) {
    return new TextWriter(List.of(message.stripTrailing().split("\n", -1)),
        Citations.of(message), mails, "", Integer.MAX_VALUE, Map.of());
  }

  private void mark(Quote quote) {
    for (int line = quote.fromLine(); line <= Math.min(quote.toLine(), depth.length); line++) {
      depth[line - 1] = quote.depth();
    }
  }

  /** All lines, cut at the limits of a page. */
  public TextView write() {
    int shown = shownLines(lines);
    List<TextBlock> blocks = new ArrayList<>();
    int at = 0;
    while (at < shown) {
      int end = at;
      while (end < shown && depth[end] > 0 == depth[at] > 0) {
        end++;
      }
      add(blocks, at, end);
      at = end;
    }
    return new TextView(blocks, lines.size() - shown);
  }

  /** How many lines of a text a page shows, with a place of their own. */
  public static int shownLines(List<String> lines) {
    int chars = 0;
    int shown = 0;
    while (shown < lines.size() && shown < DiffWriter.MAX_LINES && chars < DiffWriter.MAX_CHARS) {
      chars += Math.min(lines.get(shown).length(), Words.MAX_CHARS) + 1;
      shown++;
    }
    return shown;
  }

  private void add(List<TextBlock> blocks, int from, int to) {
    if (depth[from] == 0 || to - from <= LONGEST_QUOTE) {
      addOpen(blocks, range(from, to));
      return;
    }
    int fold = to - OPEN_END;
    blocks.add(new TextBlock((fold - from) + " quoted lines", range(from, fold)));
    blocks.add(new TextBlock("", range(fold, to)));
  }

  /** Open lines that follow open lines belong to one block: readers without styles see no gap. */
  private static void addOpen(List<TextBlock> blocks, List<TextLine> lines) {
    if (blocks.isEmpty() || !blocks.getLast().folded().isEmpty()) {
      blocks.add(new TextBlock("", lines));
      return;
    }
    List<TextLine> joined = new ArrayList<>(blocks.removeLast().lines());
    joined.addAll(lines);
    blocks.add(new TextBlock("", joined));
  }

  /** @param from 0-based; {@code to} is behind the last */
  List<TextLine> range(int from, int to) {
    List<TextLine> range = new ArrayList<>();
    for (int i = from; i < Math.min(to, lines.size()); i++) {
      range.add(line(i));
    }
    return range;
  }

  private TextLine line(int index) {
    String line = lines.get(index);
    int number = index + 1;
    Words words = LineLinks.link(line, citations.getOrDefault(number, List.of()),
        Optional.ofNullable(quoted.get(number)), mails);
    return new TextLine(prefix + "q" + number, TextLine.padded(number), css(index, line), words);
  }

  private String css(int index, String line) {
    if (depth[index] > 0) {
      return depth[index] == 1 ? "l quote" : "l quote2";
    }
    boolean ofDiff = index + 1 >= diffLine && !line.isEmpty();
    boolean head = line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("@@");
    return !ofDiff ? "l"
        : head ? "l hunk"
            : line.startsWith("+") ? "l add"
                : line.startsWith("-") ? "l del" : "l";
  }
}
