package dev.chesterton.change;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file name as it stands in a header line of a diff: perhaps quoted, perhaps with a prefix
 * ({@code a/}) in front and a time behind.
 *
 * @param raw unquoted, time cut off, prefix kept; {@code /dev/null} where the file does not exist
 */
record DiffPath(String raw) {

  static final DiffPath NOWHERE = new DiffPath("/dev/null");

  /** The time GNU diff writes behind a name; with a tab in front, but mail programs eat tabs. */
  private static final Pattern TIME = Pattern.compile("\\s\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");

  private static final String SIMPLE_ESCAPES = "a\u0007b\bt\tn\nv\u000bf\fr\r\"\"\\\\";

  /** A name that fills the rest of a line, as behind {@code rename from}. */
  static DiffPath ofWhole(String text) {
    return new DiffPath(quoted(text).orElse(text));
  }

  /** The name of a {@code ---} or {@code +++} line, without these signs. */
  static DiffPath ofSide(String text) {
    Optional<String> quoted = quoted(text);
    if (quoted.isPresent()) {
      return new DiffPath(quoted.get());
    }
    int tab = text.indexOf('\t');
    var time = TIME.matcher(text);
    int end = tab >= 0 ? tab : time.find() ? time.start() : text.length();
    String behind = text.substring(end).strip();
    // diff -N shows a missing file as one of the first second of 1970, in the zone of the sender
    boolean missing = behind.startsWith("1970-01-01 ") || behind.startsWith("1969-12-31 ");
    return missing ? NOWHERE : new DiffPath(text.substring(0, end).stripTrailing());
  }

  boolean isNowhere() {
    return raw.equals(NOWHERE.raw);
  }

  /** Everything in front of the first slash; empty where there is none. */
  private String prefix() {
    return raw.substring(0, Math.max(0, raw.indexOf('/')));
  }

  /**
   * Whether the names of a pair begin with a folder that is no part of the path. Git writes
   * {@code a/} and {@code b/}, others the names of two trees; the same long word in front of both is
   * a real folder ({@code git diff --no-prefix}).
   */
  static boolean arePrefixed(DiffPath before, DiffPath after) {
    DiffPath one = before.isNowhere() ? after : before;
    DiffPath other = after.isNowhere() ? before : after;
    return one.prefix().length() == 1 || !one.prefix().equals(other.prefix());
  }

  /** Absolute names become relative, as git reads them. */
  FilePath path(boolean prefixed) {
    int slash = prefixed ? raw.indexOf('/') : 0;
    int from = slash > 0 ? slash + 1 : 0;
    while (raw.startsWith("/", from)) {
      from++;
    }
    return new FilePath(raw.substring(from));
  }

  /**
   * Reads what git puts between double quotes where a name holds odd bytes (git-config manual,
   * {@code core.quotePath}).
   *
   * @return empty where the text does not begin with a complete quoted name
   */
  static Optional<String> quoted(String text) {
    int end = text.startsWith("\"") ? quoteEnd(text) : -1;
    return end < 0 ? Optional.empty() : Optional.of(unquoted(text.substring(1, end)));
  }

  /** Index of the closing quote of a text that begins with one, -1 where it is missing. */
  static int quoteEnd(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        return i;
      }
      if (text.charAt(i) == '\\') {
        i++;
      }
    }
    return -1;
  }

  private static String unquoted(String inside) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 0;
    while (i < inside.length()) {
      int next = inside.indexOf('\\', i);
      int end = next < 0 ? inside.length() : next;
      bytes.writeBytes(inside.substring(i, end).getBytes(StandardCharsets.UTF_8));
      i = next < 0 ? end : end + escape(inside, end + 1, bytes);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Writes the byte an escape stands for and says how long it is, back slash included. */
  private static int escape(String inside, int at, ByteArrayOutputStream bytes) {
    if (isOctal(inside, at) && isOctal(inside, at + 1) && isOctal(inside, at + 2)) {
      bytes.write(Integer.parseInt(inside.substring(at, at + 3), 8));
      return 4;
    }
    String one = at < inside.length() ? inside.substring(at, at + 1) : "\\";
    for (int i = 0; i < SIMPLE_ESCAPES.length(); i += 2) {
      if (SIMPLE_ESCAPES.startsWith(one, i)) {
        bytes.write(SIMPLE_ESCAPES.charAt(i + 1));
        return 2;
      }
    }
    bytes.writeBytes(("\\" + one).getBytes(StandardCharsets.UTF_8));
    return 2;
  }

  private static boolean isOctal(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7';
  }
}
