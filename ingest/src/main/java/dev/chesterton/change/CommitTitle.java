package dev.chesterton.change;

import java.util.Optional;

/** Reads the title that people put behind a commit id. */
final class CommitTitle {

  /** Subjects are asked to stay near 75 characters; none that means anything is four times as long. */
  private static final int MAX_LENGTH = 300;

  /** Words of a subsystem in front of a colon: {@code btrfs: zoned: ...}, {@code mm, oom: ...}. */
  private static final int MAX_PREFIX_LENGTH = 45;

  private static final String OPENING_QUOTES = "\"'\u201c\u201e\u2018`";
  private static final String CLOSING_QUOTES = "\"'\u201d\u201c\u2019'";

  private static final String REVERT = "Revert \"";

  private CommitTitle() {}

  /**
   * The title of {@code id ("title")} or {@code id "title"}.
   *
   * @param after what stands behind the id, wrapped lines joined
   */
  static Optional<String> beside(String after) {
    int at = skipSpace(after);
    boolean bracket = after.startsWith("(", at);
    int quote = bracket ? at + 1 : at;
    int kind = quote < after.length() ? OPENING_QUOTES.indexOf(after.charAt(quote)) : -1;
    if (kind >= 0 && (bracket || (kind == 0 && at > 0))) {
      int end = quotedEnd(after, quote + 1, CLOSING_QUOTES.charAt(kind), bracket);
      // a single quoted word is something else that the sentence goes on to speak of
      boolean words = end >= 0 && (bracket || after.substring(quote, end).indexOf(' ') > 0);
      return words ? title(after.substring(quote + 1, end)) : Optional.empty();
    }
    return Optional.empty();
  }

  private static int skipSpace(String after) {
    int at = 0;
    while (at < after.length()
        && (after.charAt(at) <= ' ' || ",:\\".indexOf(after.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** The title of {@code id (subsystem: title)}. */
  static Optional<String> inBrackets(String after) {
    int at = skipSpace(after);
    return after.startsWith("(", at) ? upToBracket(after, at + 1) : Optional.empty();
  }

  /**
   * The title of a line that is nothing but id and title, as {@code git log --oneline} prints it.
   *
   * @param rest of the line, behind the id
   */
  static Optional<String> onOneLine(String rest) {
    boolean marked = rest.startsWith(":") || rest.startsWith("]");
    String text = rest.substring(marked ? 1 : 0).strip();
    if (text.startsWith("(") && text.indexOf(") ") > 0) {
      text = text.substring(text.indexOf(") ") + 2).strip();
    }
    boolean spaced = rest.startsWith(" ") || rest.startsWith("\t") || rest.startsWith("] ")
        || rest.startsWith(": ");
    return spaced && isSubject(text) ? title(text) : Optional.empty();
  }

  /** Kernel subjects begin with a subsystem and a colon, save those git makes itself. */
  private static boolean isSubject(String text) {
    int colon = text.indexOf(": ");
    boolean subsystem = colon > 1 && colon <= MAX_PREFIX_LENGTH && text.length() > colon + 4
        && text.indexOf('"') < 0 == text.indexOf('"') < colon
        && isPrefix(text, colon);
    return subsystem || text.startsWith(REVERT) || text.startsWith("Merge tag ")
        || text.startsWith("Merge branch ");
  }

  private static boolean isPrefix(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (!isPrefixChar(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrefixChar(char unit) {
    return Character.isLetterOrDigit(unit) || "-_/.,: +*[]{}|&".indexOf(unit) >= 0;
  }

  /** Behind the last letter of the title: a quote and a bracket, or a quote, a comma and a date. */
  private static int quotedEnd(String text, int start, char quote, boolean bracket) {
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    int best = -1;
    int depth = 0;
    // the title of a revert holds another one between quotes
    int from = !bracket && text.startsWith(REVERT, start)
        ? Math.max(start, text.indexOf(quote, start + REVERT.length()) + 1)
        : start;
    for (int i = from; i < limit; i++) {
      char unit = text.charAt(i);
      depth += unit == '(' ? 1 : unit == ')' ? -1 : 0;
      boolean closes = unit == quote && (!bracket || isClosed(text, i + 1));
      if (closes && (depth == 0 || !bracket)) {
        return i;
      }
      best = closes && best < 0 ? i : best;
    }
    return best;
  }

  private static boolean isClosed(String text, int at) {
    boolean dated = text.startsWith(", ", at) && at + 2 < text.length()
        && Character.isDigit(text.charAt(at + 2));
    return text.startsWith(")", at) || dated;
  }

  private static Optional<String> upToBracket(String text, int start) {
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    int depth = 1;
    for (int i = start; i < limit; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        String inside = withoutDate(text.substring(start, i));
        return isSubject(inside) ? title(inside) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** {@code git log --format=reference} writes {@code id (title, 2022-06-24)}. */
  private static String withoutDate(String text) {
    int comma = text.lastIndexOf(", ");
    boolean date = comma >= 0 && comma == text.length() - ", 2022-06-24".length()
        && Character.isDigit(text.charAt(comma + 2)) && text.charAt(comma + 6) == '-';
    return date ? text.substring(0, comma) : text;
  }

  private static Optional<String> title(String text) {
    StringBuilder folded = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && folded.length() < MAX_LENGTH; i++) {
      char unit = text.charAt(i);
      if (Character.isWhitespace(unit)) {
        gap = !folded.isEmpty();
        continue;
      }
      folded.append(gap ? " " : "").append(unit);
      gap = false;
    }
    return folded.isEmpty() ? Optional.empty() : Optional.of(folded.toString());
  }
}
