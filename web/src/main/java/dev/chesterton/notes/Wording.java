package dev.chesterton.notes;

import java.nio.charset.StandardCharsets;

/**
 * What a text has to be to be kept: both databases take it and give it back as it was, and none is without words.
 * Refused texts are named with the rule, never repeated.
 */
final class Wording {

  private Wording() {}

  /**
   * One line without white space at its ends.
   *
   * @param most UTF-16 units
   * @throws IllegalArgumentException with one sentence for the writer
   */
  static String line(String name, String text, int most) {
    String line = whole(name, text).strip();
    if (line.chars().anyMatch(unit -> unit < ' ' || unit == 0x7f)) {
      throw new IllegalArgumentException("%s has to be one line".formatted(name));
    }
    if (line.length() > most) {
      throw new IllegalArgumentException(
          "%s is longer than %d characters".formatted(name, most));
    }
    return line;
  }

  /** Lines with {@code \n} between them; at most so many bytes of UTF-8. */
  static String text(String name, String text, int mostBytes) {
    String lines = whole(name, text).replace("\r\n", "\n").replace('\r', '\n');
    if (lines.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
      throw new IllegalArgumentException(
          "%s is longer than %d bytes".formatted(name, mostBytes));
    }
    return lines;
  }

  private static String whole(String name, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("%s is empty".formatted(name));
    }
    // PostgreSQL takes no NUL, and half a character has no form in UTF-8.
    if (text.codePoints().anyMatch(Wording::isUnkept)) {
      throw new IllegalArgumentException(
          "%s holds a character that cannot be kept".formatted(name));
    }
    return text;
  }

  private static boolean isUnkept(int point) {
    return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
