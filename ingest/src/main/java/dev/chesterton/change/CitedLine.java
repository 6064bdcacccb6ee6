package dev.chesterton.change;

import java.util.List;

/**
 * One line that is searched for citations. Its surroundings are read where they are needed to judge.
 *
 * @param quoted the text it stands in
 * @param number 1-based
 * @param text without quote marks; web addresses are crossed out, so that nothing in them is found
 *     twice
 * @param links the web addresses
 */
record CitedLine(QuotedText quoted, int number, String text, List<WebLink> links) {

  /** How many characters are looked at on either side of a place. */
  private static final int REACH = 320;

  /** Nothing that is searched for contains it. */
  private static final String CROSSED = "~";

  static CitedLine of(QuotedText quoted, int number, String text) {
    List<WebLink> links = WebLink.in(text);
    return new CitedLine(quoted, number, links.isEmpty() ? text : without(links, text), links);
  }

  private static String without(List<WebLink> links, String text) {
    StringBuilder rest = new StringBuilder(text);
    for (WebLink link : links) {
      rest.replace(link.start(), link.end(), CROSSED.repeat(link.end() - link.start()));
    }
    return rest.toString();
  }

  /** The last words of the line above. */
  String above() {
    return quoted.above(number);
  }

  /** The last characters in front of a column, of this line alone. */
  String front(int column) {
    return text.substring(Math.max(0, column - REACH / 4), column);
  }

  /** What stands in front of a column, the line above included. */
  String before(int column) {
    String near = text.substring(Math.max(0, column - REACH), column);
    return near.length() < REACH ? above() + " " + near : near;
  }

  /** What stands behind a column, the lines below included. */
  String after(int column) {
    int end = Math.min(text.length(), column + REACH);
    return end < text.length() ? text.substring(column, end)
        : text.substring(column) + quoted.below(number);
  }

  /** The character at a column, a space outside the line. */
  char at(int column) {
    return column >= 0 && column < text.length() ? text.charAt(column) : ' ';
  }
}
