package dev.chesterton.cli;

import java.util.stream.Collectors;

/**
 * Text of strangers on its way to a terminal: control characters, which a terminal would obey, become visible
 * ({@code \x1b}), and so do the characters that turn the direction of text.
 */
public final class Printable {
  private Printable() {}

  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(printable, point));
    return printable.toString();
  }

  /** The same for text whose line ends are ours. */
  public static String lines(String text) {
    return text.lines().map(line -> of(line) + "\n").collect(Collectors.joining());
  }

  private static void append(StringBuilder printable, int point) {
    if (point == '\t' || !isHarmful(point)) {
      printable.appendCodePoint(point);
    } else if (point <= 0xff) {
      printable.append("\\x%02x".formatted(point));
    } else {
      printable.append("\\u%04x".formatted(point));
    }
  }

  private static boolean isHarmful(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
  }
}
