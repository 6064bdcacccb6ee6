package dev.chesterton.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds trailers, {@code Key: value} lines. In a log they stand in the last paragraph
 * (git-interpret-trailers manual); kernel people often part them into several, and put notes such as
 * {@code [name: what I changed]} between (Documentation/process/submitting-patches.rst).
 */
public final class Trailers {

  private final TextLines lines;
  private final int lineOffset;

  private Trailers(TextLines lines, int firstLine) {
    this.lines = lines;
    this.lineOffset = firstLine - 1;
  }

  /**
   * Trailers of a commit message.
   *
   * @param log with or without the title
   * @param firstLine 1-based line on which the log begins in the text it is part of
   * @return in order of lines, which are counted in that text
   */
  public static List<Trailer> ofLog(String log, int firstLine) {
    return new Trailers(TextLines.of(log), firstLine).ofLastParagraphs();
  }

  /**
   * Trailers that the sender of a mail gives: paragraphs of nothing else, and single lines that name
   * a person ({@code Reviewed-by: Name <address>}) between other words.
   *
   * @param isOwn tells of a 1-based line whether the sender wrote it; quoted lines and diffs are not
   */
  public static List<Trailer> given(String text, IntPredicate isOwn) {
    return given(TextLines.of(text), isOwn);
  }

  /** As above, of a text that was cut into lines already. */
  public static List<Trailer> given(TextLines lines, IntPredicate isOwn) {
    return new Trailers(lines, 1).ofOwnParagraphs(isOwn);
  }

  private List<Trailer> ofLastParagraphs() {
    List<Trailer> all = new ArrayList<>();
    int end = lines.count();
    boolean last = true;
    while (end > 0) {
      if (lines.isBlank(end)) {
        end--;
        continue;
      }
      int start = paragraphStart(end);
      TrailerParagraph paragraph = new TrailerParagraph(lines, start, end, lineOffset);
      boolean block = paragraph.isBlock(last);
      if (!block) {
        break;
      }
      all.addAll(0, paragraph.trailers());
      last = false;
      end = start - 1;
    }
    return List.copyOf(all);
  }

  private int paragraphStart(int end) {
    int start = end;
    while (start > 1 && !lines.isBlank(start - 1)) {
      start--;
    }
    return start;
  }

  private List<Trailer> ofOwnParagraphs(IntPredicate isOwn) {
    List<Trailer> all = new ArrayList<>();
    int start = 1;
    for (int number = 1; number <= lines.count() + 1; number++) {
      boolean inside = lines.has(number) && isOwn.test(number) && !lines.isBlank(number);
      if (!inside) {
        if (start < number) {
          addOwn(all, start, number - 1);
        }
        start = number + 1;
      }
    }
    return List.copyOf(all);
  }

  private void addOwn(List<Trailer> all, int start, int end) {
    TrailerParagraph paragraph = new TrailerParagraph(lines, start, end, lineOffset);
    boolean pure = paragraph.others() == 0 && paragraph.known() == paragraph.trailers().size();
    for (Trailer trailer : paragraph.trailers()) {
      if (pure || TrailerParagraph.namesPerson(trailer)) {
        all.add(trailer);
      }
    }
  }
}
