package dev.chesterton.change;

import java.util.Arrays;

/**
 * A text seen as lines, counted from 1. A line ends at {@code \n} and nowhere else: form feeds and
 * Unicode separators are content. Lines that do not exist read as empty, so that looking ahead needs
 * no care.
 */
public final class TextLines {

  private final String text;
  /** Offset of the first character of each line, then the offset behind the last line's end. */
  private final int[] starts;

  private TextLines(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static TextLines of(String text) {
    int[] starts = new int[16];
    int count = 0;
    int from = 0;
    while (from < text.length()) {
      starts = roomFor(starts, count + 1);
      starts[count++] = from;
      int end = text.indexOf('\n', from);
      from = end < 0 ? text.length() + 1 : end + 1;
    }
    starts[count] = from;
    return new TextLines(text, Arrays.copyOf(starts, count + 1));
  }

  /** The same lines where {@code \r\n} ends a line like {@code \n}. */
  TextLines withoutCarriageReturns() {
    return of(text.replace("\r\n", "\n"));
  }

  private static int[] roomFor(int[] starts, int index) {
    return index < starts.length ? starts : Arrays.copyOf(starts, starts.length * 2);
  }

  /** Number of lines; an unfinished last line counts, the emptiness behind the last end does not. */
  public int count() {
    return starts.length - 1;
  }

  /**
   * One line without its end.
   *
   * @param number 1-based; outside the text the line is empty
   */
  public String line(int number) {
    return line(number, 0);
  }

  /**
   * The end of a line.
   *
   * @param from 0-based column; behind the end of the line nothing is left
   */
  public String line(int number, int from) {
    return from < length(number)
        ? text.substring(starts[number - 1] + from, starts[number] - 1)
        : "";
  }

  public boolean has(int number) {
    return number >= 1 && number <= count();
  }

  /** Number of characters of a line without its end; 0 outside the text. */
  public int length(int number) {
    return has(number) ? starts[number] - 1 - starts[number - 1] : 0;
  }

  /**
   * One character of a line.
   *
   * @param number 1-based
   * @param column 0-based, less than the {@linkplain #length length} of the line
   */
  public char charAt(int number, int column) {
    return text.charAt(starts[number - 1] + column);
  }

  public boolean startsWith(int number, String prefix) {
    return has(number) && length(number) >= prefix.length()
        && text.startsWith(prefix, starts[number - 1]);
  }

  /** The line is this and no more. */
  public boolean is(int number, String line) {
    return length(number) == line.length() && line(number).equals(line);
  }

  public boolean isBlank(int number) {
    for (int column = 0; column < length(number); column++) {
      if (!Character.isWhitespace(charAt(number, column))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Part of the text.
   *
   * @param from 1-based
   * @param to 1-based, inclusive
   * @return the lines with their ends, empty where {@code to} lies before {@code from}
   */
  public String range(int from, int to) {
    int first = Math.max(1, from);
    int last = Math.min(count(), to);
    return last < first
        ? ""
        : text.substring(starts[first - 1], Math.min(text.length(), starts[last]));
  }
}
