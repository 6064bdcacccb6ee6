package dev.chesterton.change;

import java.util.List;

/**
 * One line that is searched for citations, with as much of its surroundings as is needed to judge.
 *
 * @param number 1-based
 * @param text without quote marks; web addresses are crossed out, so that nothing in them is found
 *     twice
 * @param above last words of the line above
 * @param below the next lines, shortened
 * @param links the web addresses
 */
record CitedLine(int number, String text, String above, String below, List<WebLink> links) {

  /** How many characters are looked at on either side of a place. */
  private static final int REACH = 320;

  /** Nothing that is searched for contains it. */
  private static final String CROSSED = "~";

  static CitedLine of(QuotedText quoted, int number, String text) {
    List<WebLink> links = WebLink.in(text);
    StringBuilder rest = new StringBuilder(text);
    links.forEach(link -> rest.replace(link.start(), link.end(),
        CROSSED.repeat(link.end() - link.start())));
    return new CitedLine(number, rest.toString(), quoted.above(number), quoted.below(number),
        links);
  }

  /** The last characters in front of a column, of this line alone. */
  String front(int column) {
    return text.substring(Math.max(0, column - REACH / 4), column);
  }

  /** What stands in front of a column, the line above included. */
  String before(int column) {
    String near = text.substring(Math.max(0, column - REACH), column);
    return near.length() < REACH ? above + " " + near : near;
  }

  /** What stands behind a column, the lines below included. */
  String after(int column) {
    int end = Math.min(text.length(), column + REACH);
    return end < text.length() ? text.substring(column, end) : text.substring(column) + below;
  }

  /** The character at a column, a space outside the line. */
  char at(int column) {
    return column >= 0 && column < text.length() ? text.charAt(column) : ' ';
  }
}
