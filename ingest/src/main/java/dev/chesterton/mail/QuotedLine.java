package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a text, its quote marks apart.
 *
 * @param depth number of {@code >} at its beginning, single spaces between them allowed
 * @param content behind the marks and the space that follows them
 */
record QuotedLine(int depth, String content) {

  /** The lines of a text; a blank quoted line counts to the quote around it, since mailers quote these less deep. */
  static List<QuotedLine> of(String text) {
    List<QuotedLine> lines = new ArrayList<>(
        Message.linesOf(text).stream().map(QuotedLine::ofLine).toList());
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      QuotedLine line = lines.get(i);
      if (line.depth > 0 && line.isBlank()) {
        continue;
      }
      boolean around = last >= 0 && lines.get(last).depth == line.depth && line.depth > 0;
      boolean onlyBlankQuoted = around
          && lines.subList(last + 1, i).stream().allMatch(between -> between.depth > 0);
      for (int j = last + 1; onlyBlankQuoted && j < i; j++) {
        lines.set(j, new QuotedLine(line.depth, ""));
      }
      last = i;
    }
    return List.copyOf(lines);
  }

  boolean isBlank() {
    return content.isBlank();
  }

  private static QuotedLine ofLine(String line) {
    int depth = 0;
    int at = 0;
    while (at < line.length() && (line.charAt(at) == '>'
        || (depth > 0 && line.charAt(at) == ' ' && line.startsWith(">", at + 1)))) {
      depth += line.charAt(at) == '>' ? 1 : 0;
      at++;
    }
    boolean spaced = depth > 0 && at < line.length() && line.charAt(at) == ' ';
    return new QuotedLine(depth, line.substring(spaced ? at + 1 : at));
  }
}
