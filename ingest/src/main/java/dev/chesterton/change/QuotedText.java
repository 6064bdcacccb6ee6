package dev.chesterton.change;

/**
 * A mail text without its quote marks, line by line, so that what was wrapped within a quotation can
 * be read on. Lines are capped, which keeps every look at one short.
 */
final class QuotedText {

  /** A whole mail that an archive flattened to one line still fits. */
  private static final int MAX_LINE_LENGTH = 65_536;

  /** How far a title may go on below; our choice. */
  private static final int LINES_AHEAD = 3;

  private static final int MAX_AHEAD_LENGTH = 300;
  private static final int MAX_BEHIND_LENGTH = 80;

  private final TextLines lines;

  QuotedText(TextLines lines) {
    this.lines = lines;
  }

  /** Every citation holds a digit or an at sign; most lines are passed over quickly. */
  boolean mayCite(int number) {
    int limit = Math.min(lines.length(number), MAX_LINE_LENGTH);
    for (int i = 0; i < limit; i++) {
      char unit = lines.charAt(number, i);
      if ((unit >= '0' && unit <= '9') || unit == '@') {
        return true;
      }
    }
    return false;
  }

  /** One line, marks and the space behind each dropped, other indentation kept. */
  String line(int number) {
    String line = lines.line(number);
    int limit = Math.min(line.length(), MAX_LINE_LENGTH);
    int start = 0;
    for (int i = 0; i < limit && (line.charAt(i) == '>' || line.charAt(i) == ' '); i++) {
      start = line.charAt(i) == '>' ? i + 1 : start;
    }
    if (start > 0 && start < limit && line.charAt(start) == ' ') {
      start++;
    }
    return line.substring(start, limit);
  }

  /** The last words of the line above, empty behind a blank line. */
  String above(int number) {
    String above = line(number - 1).strip();
    return above.substring(Math.max(0, above.length() - MAX_BEHIND_LENGTH));
  }

  /** The lines below up to the next blank one, each shortened, parted by one space. */
  String below(int number) {
    StringBuilder text = new StringBuilder();
    String first = line(number);
    String sign = first.startsWith("+") || first.startsWith("-") ? first.substring(0, 1) : "";
    for (int next = number + 1; next <= number + LINES_AHEAD; next++) {
      String raw = line(next);
      String line = (raw.startsWith(sign) ? raw.substring(sign.length()) : raw).strip();
      if (line.isEmpty()) {
        break;
      }
      String words = withoutCommentMark(line);
      text.append(' ').append(words, 0, Math.min(words.length(), MAX_AHEAD_LENGTH));
    }
    return text.toString();
  }

  /** Citations in comments wrap too; the mark of the comment is no word of the title. */
  private static String withoutCommentMark(String line) {
    int mark = 0;
    while (mark < line.length() && "#*/ \t".indexOf(line.charAt(mark)) >= 0) {
      mark++;
    }
    boolean comment = mark > 0 && Character.isWhitespace(line.charAt(mark - 1));
    return comment ? line.substring(mark) : line;
  }
}
