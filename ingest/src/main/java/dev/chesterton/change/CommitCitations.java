package dev.chesterton.change;

import dev.chesterton.change.Citation.CommitForm;
import java.util.List;
import java.util.Optional;

/** Finds commit ids in one line: in web addresses, and among the words. */
final class CommitCitations {

  private static final int MIN_DIGITS = 7;
  private static final int MAX_DIGITS = 40;

  private CommitCitations() {}

  static void find(CitedLine line, List<Found> found) {
    for (WebLink link : line.links()) {
      ofLink(link).ifPresent(hex -> found.add(new Found(link.start(), new Citation.OfCommit(hex,
          Optional.empty(), CommitForm.WEB_LINK, line.number()))));
    }
    String text = line.text();
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      if (end - at >= MIN_DIGITS && isHex(text, at, end) && isFree(line, at, end)) {
        int start = at;
        CommitContext.of(line, at, text.substring(at, end))
            .judge()
            .ifPresent(commit -> found.add(new Found(start, commit)));
      }
      at = Math.max(end, at + 1);
    }
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isWordChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordChar(char unit) {
    return Character.isLetterOrDigit(unit) || unit == '_';
  }

  private static boolean isHex(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char unit = text.charAt(i);
      if ((unit < '0' || unit > '9') && (unit < 'a' || unit > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** The digits stand alone: no part of an address, a range, an option, a file name or a UUID. */
  private static boolean isFree(CitedLine line, int start, int end) {
    char left = line.at(start - 1);
    char right = line.at(end);
    boolean followed = ".:,;".indexOf(right) >= 0 && !Character.isWhitespace(line.at(end + 1))
        && "\"')]".indexOf(line.at(end + 1)) < 0;
    return (Character.isWhitespace(left) || "([{\"'`,;:*<".indexOf(left) >= 0)
        && (Character.isWhitespace(right) || ")]}\"'`,;:*>.!?^~".indexOf(right) >= 0) && !followed;
  }

  /**
   * The id in an address of cgit ({@code ?id=}), gitweb ({@code ;h=}) or a forge
   * ({@code /commit/ID}).
   */
  private static Optional<String> ofLink(WebLink link) {
    boolean ofGit = link.host().contains("git") || link.rest().contains("/commit");
    if (!ofGit || link.host().startsWith("bugzilla")) {
      return Optional.empty();
    }
    List<String> segments = link.segments();
    for (int i = 1; i < segments.size(); i++) {
      String folder = segments.get(i - 1);
      boolean names = folder.equals("commit") || folder.equals("commits") || folder.equals("c");
      if (names && isId(segments.get(i))) {
        return Optional.of(segments.get(i));
      }
    }
    boolean blob = link.parameter("a").equals("blob") || link.parameter("a").equals("tree");
    String id = link.parameter("id");
    return Optional.of(isId(id) || blob ? id : link.parameter("h")).filter(CommitCitations::isId);
  }

  private static boolean isId(String text) {
    return text.length() >= MIN_DIGITS && text.length() <= MAX_DIGITS
        && isHex(text, 0, text.length());
  }
}
