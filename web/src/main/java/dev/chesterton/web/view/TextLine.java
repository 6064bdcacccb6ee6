package dev.chesterton.web.view;

/**
 * One line of a mail or a commit message.
 *
 * @param id of its place on the page
 * @param number 1-based, padded
 * @param css {@code l}, with what it is where that is not plain text: {@code quote}, {@code quote2}, {@code add},
 *     {@code del} or {@code hunk}
 */
public record TextLine(String id, String number, String css, Words words) {

  private static final int NUMBER_WIDTH = 4;

  /** A number of a line as wide as those above and below it; longer ones stand out. */
  static String padded(int number) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(0, NUMBER_WIDTH - digits.length())) + digits;
  }
}
