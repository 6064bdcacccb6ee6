package dev.chesterton.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes subject lines apart as {@code git mailinfo} does (its manual, and
 * Documentation/process/submitting-patches.rst), save that what git throws away is kept as tags.
 * Every text has a reading; the time grows with its length.
 */
public final class SubjectParser {

  /** Words mail programs put in front of an answered or forwarded subject. */
  private static final Set<String> REPLY_WORDS = Set.of("re", "aw", "fwd", "fw", "sv", "vs", "antw",
      "wg", "tr", "rv", "odp", "res", "\u56de\u590d", "\u7b54\u590d", "\u8f6c\u53d1");

  /** What else stands in brackets behind {@code [PATCH]}; other brackets are part of the title. */
  private static final Set<String> PATCH_WORDS = Set.of("patch", "rfc", "rft", "resend", "repost",
      "rebased", "rebase", "stable", "autosel", "backport", "wip", "draft", "poc", "fixed",
      "net", "net-next", "bpf", "bpf-next", "for-next", "-next", "next", "linux-next", "mm",
      "trivial");

  private static final int MAX_REPLY_WORD = 8;

  /** Longer brackets are part of the title; people and tools write shorter ones. */
  private static final int MAX_BRACKET = 200;

  /** {@code v3:} behind the brackets in place of within. */
  private static final Pattern LOOSE_VERSION = Pattern.compile("(?i)v(\\d{1,3}) ?: ?");

  /** {@code small cleanups v2}: who sends without brackets counts so. */
  private static final Pattern LAST_VERSION = Pattern.compile("(?i) v(\\d{1,2})$");

  /** Brackets further back in a title belong to a mail that it speaks of. */
  private static final int MAX_INNER = 60;

  /** What a mail begins with whose header was pasted into the subject field. */
  private static final String PASTED = "Subject: [";

  private final String text;
  private final List<String> tags = new ArrayList<>();
  private boolean reply;
  private boolean patch;
  private Optional<Integer> version = Optional.empty();
  private Optional<Subject.Place> place = Optional.empty();
  private int at;

  private SubjectParser(String raw) {
    this.text = fold(raw);
  }

  /** Reads a subject, decoded and unfolded or still folded. */
  public static Subject parse(String raw) {
    SubjectParser parser = new SubjectParser(raw);
    parser.readFront();
    String title = parser.title();
    return new Subject(raw, parser.reply, parser.tags, parser.version.orElse(1), parser.place,
        title);
  }

  /** What is left; a version that stands in it in place of in the brackets is read, too. */
  private String title() {
    String rest = text.substring(at).strip();
    if (version.isPresent()) {
      return rest;
    }
    if (!patch) {
      version = tags.isEmpty() ? number(LAST_VERSION.matcher(rest)) : version;
      return rest;
    }
    Matcher loose = LOOSE_VERSION.matcher(rest);
    if (loose.lookingAt()) {
      version = Optional.of(Integer.parseInt(loose.group(1)));
      return rest.substring(loose.end());
    }
    return withoutInnerBracket(rest);
  }

  private static Optional<Integer> number(Matcher matcher) {
    return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  /** {@code fs: [PATCH v2] walk faster}: a tool has put the prefix in front of the brackets. */
  private String withoutInnerBracket(String title) {
    int open = title.indexOf('[');
    int close = open < 0 ? -1 : title.indexOf(']', open);
    if (close < 0 || close > MAX_INNER || title.substring(0, open).contains("\"")) {
      return title;
    }
    SubjectTag inner = SubjectTag.read(title.substring(open + 1, close));
    if (!inner.isOfPatch() || inner.version().isEmpty()) {
      return title;
    }
    version = inner.version();
    return (title.substring(0, open).strip() + " " + title.substring(close + 1).strip()).strip();
  }

  private static String fold(String raw) {
    StringBuilder folded = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char unit = Character.isWhitespace(raw.charAt(i)) ? ' ' : raw.charAt(i);
      if (unit != ' ' || (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ')) {
        folded.append(unit);
      }
    }
    return folded.toString();
  }

  /** Replies and brackets come in any order: {@code [btrfs] Re: [PATCH] ...}. */
  private void readFront() {
    at = text.startsWith(PASTED) ? PASTED.length() - 1 : 0;
    boolean more = true;
    while (more) {
      skipSpace();
      more = readReplyWord() || readBugNumber() || readBracket();
    }
  }

  /** Some write a colon behind the bracket. */
  private void skipSpace() {
    while (at < text.length()
        && (text.charAt(at) == ' ' || (text.charAt(at) == ':' && !tags.isEmpty()))) {
      at++;
    }
  }

  private boolean readReplyWord() {
    int end = at;
    while (end < text.length() && end - at < MAX_REPLY_WORD
        && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (!REPLY_WORDS.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
      return false;
    }
    int colon = skipCounter(end);
    if (colon >= text.length() || ":\uff1a".indexOf(text.charAt(colon)) < 0) {
      return false;
    }
    reply = true;
    at = colon + 1;
    return true;
  }

  /** {@code Re[2]:}, {@code Re(2):}, {@code Re :}. */
  private int skipCounter(int end) {
    int next = end;
    while (next < text.length() && next - end < MAX_REPLY_WORD
        && "[]()^0123456789 ".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }

  /** Debbugs writes {@code bug#12345:} in front of the subjects of its mails. */
  private boolean readBugNumber() {
    int colon = text.startsWith("bug#", at) ? text.indexOf(':', at) : -1;
    boolean number = colon > at + 4 && areDigits(at + 4, colon);
    if (number) {
      tags.add(text.substring(at, colon));
      at = colon + 1;
    }
    return number;
  }

  private boolean areDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private boolean readBracket() {
    int end = text.startsWith("[", at) ? bracketEnd() : -1;
    if (end < 0) {
      return false;
    }
    SubjectTag bracket = SubjectTag.read(text.substring(at + 1, end));
    if (patch && !isKnown(bracket)) {
      return false;
    }
    take(bracket);
    at = end + 1;
    return true;
  }

  private static boolean isKnown(SubjectTag bracket) {
    for (String word : bracket.words()) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (!PATCH_WORDS.contains(lower) && !lower.endsWith("-next") && !lower.startsWith("for-")
          && !SubjectTag.isKernelVersion(word)) {
        return false;
      }
    }
    return true;
  }

  private void take(SubjectTag bracket) {
    patch |= bracket.isOfPatch();
    tags.addAll(bracket.words());
    version = version.or(bracket::version);
    // of a support line "[24/7 help]" the numbers are words
    boolean counts = bracket.isOfPatch() || patch || bracket.isPlain();
    if (counts && place.isEmpty()) {
      place = bracket.place();
    } else {
      bracket.place().ifPresent(at -> tags.add(at.number() + "/" + at.total()));
    }
  }

  /** Brackets within brackets belong to the outer one; where one was forgotten, the first that closes ends all. */
  private int bracketEnd() {
    int limit = Math.min(text.length(), at + MAX_BRACKET);
    int depth = 0;
    int first = -1;
    for (int i = at; i < limit; i++) {
      boolean closes = text.charAt(i) == ']';
      depth += text.charAt(i) == '[' ? 1 : closes ? -1 : 0;
      first = closes && first < 0 ? i : first;
      if (depth == 0) {
        return i;
      }
    }
    return first;
  }
}
