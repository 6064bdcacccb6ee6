package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a text, its quote marks apart. A view: the content is copied for those who ask for it.
 *
 * @param depth number of {@code >} at its beginning, single spaces between them allowed
 * @param text the whole text
 * @param from where the content begins in it, behind the marks and the space that follows them
 * @param to where the line ends in it, exclusive
 */
record QuotedLine(int depth, String text, int from, int to) {

  /** The lines of a text; a blank quoted line counts to the quote around it, since mailers quote these less deep. */
  static List<QuotedLine> of(String text) {
    List<QuotedLine> lines = split(text);
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      QuotedLine line = lines.get(i);
      if (line.depth > 0 && line.isBlank()) {
        continue;
      }
      // all lines passed over since the last one are blank and quoted
      boolean around = last >= 0 && line.depth > 0 && lines.get(last).depth == line.depth;
      for (int j = last + 1; around && j < i; j++) {
        lines.set(j, new QuotedLine(line.depth, "", 0, 0));
      }
      last = i;
    }
    return lines;
  }

  /** Cut at {@code \n}; a last line end opens no line. */
  private static List<QuotedLine> split(String text) {
    List<QuotedLine> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int lineEnd = text.indexOf('\n', start);
      int end = lineEnd < 0 ? text.length() : lineEnd;
      lines.add(ofLine(text, start, end));
      start = end + 1;
    }
    return lines;
  }

  private static QuotedLine ofLine(String text, int start, int end) {
    int depth = 0;
    int at = start;
    while (at < end && (text.charAt(at) == '>'
        || (depth > 0 && text.charAt(at) == ' ' && at + 1 < end && text.charAt(at + 1) == '>'))) {
      depth += text.charAt(at) == '>' ? 1 : 0;
      at++;
    }
    boolean spaced = depth > 0 && at < end && text.charAt(at) == ' ';
    return new QuotedLine(depth, text, spaced ? at + 1 : at, end);
  }

  /** Behind the marks and the space that follows them. */
  String content() {
    return text.substring(from, to);
  }

  boolean isBlank() {
    return contentEnd() == from;
  }

  /** White space at the end not counted. */
  boolean endsWith(char last) {
    int end = contentEnd();
    return end > from && text.charAt(end - 1) == last;
  }

  private int contentEnd() {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
