package dev.chesterton.history;

import dev.chesterton.mail.Mailbox;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * The bytes of a commit object, read leniently: JGit's own reader of names and dates throws on
 * zones that do not exist, and trees carry such.
 */
final class CommitText {

  /** The last second of the year 9999; what is later is no date. */
  private static final long MAX_SECOND = 253_402_300_799L;

  private final byte[] raw;

  CommitText(byte[] raw) {
    this.raw = raw;
  }

  /** Everything behind the first empty line. */
  String message() {
    int start = 0;
    while (start < raw.length && raw[start] != '\n') {
      start = RawParseUtils.nextLF(raw, start);
    }
    return decode(Math.min(raw.length, start + 1), raw.length);
  }

  Mailbox author() {
    int start = header("author ");
    if (start < 0) {
      return Mailbox.UNKNOWN;
    }
    String line = decode(start, lineEnd(start));
    int open = line.indexOf('<');
    int close = line.lastIndexOf('>');
    return open < 0 || close < open
        ? new Mailbox(line.strip(), "")
        : new Mailbox(line.substring(0, open).strip(), line.substring(open + 1, close).strip());
  }

  Instant authored() {
    return instant(header("author "));
  }

  Instant committed() {
    return instant(header("committer "));
  }

  /** Where the value of the first such line above the empty one begins; -1 without one. */
  private int header(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < raw.length && raw[at] != '\n'; at = RawParseUtils.nextLF(raw, at)) {
      if (RawParseUtils.match(raw, at, wanted) >= 0) {
        return at + wanted.length;
      }
    }
    return -1;
  }

  /** The number behind the last {@code >} of the line; the zone behind it is not needed. */
  private Instant instant(int start) {
    if (start < 0) {
      return Instant.EPOCH;
    }
    int at = lineEnd(start) - 1;
    while (at > start && raw[at] != '>') {
      at--;
    }
    at++;
    while (at < raw.length && raw[at] == ' ') {
      at++;
    }
    long second = 0;
    for (; at < raw.length && raw[at] >= '0' && raw[at] <= '9'; at++) {
      second = second * 10 + (raw[at] - '0');
      if (second > MAX_SECOND) {
        return Instant.EPOCH;
      }
    }
    return Instant.ofEpochSecond(second);
  }

  private int lineEnd(int start) {
    int end = RawParseUtils.nextLF(raw, start);
    return end > start && raw[end - 1] == '\n' ? end - 1 : end;
  }

  /** The encoding of the header where the bytes fit it, else UTF-8, else byte for byte. */
  private String decode(int start, int end) {
    return RawParseUtils.decode(charset(), raw, start, end);
  }

  private Charset charset() {
    int start = header("encoding ");
    if (start < 0) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(
          new String(raw, start, lineEnd(start) - start, StandardCharsets.US_ASCII).strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // Names nobody knows stand there in the wild; the bytes then decide.
      return StandardCharsets.UTF_8;
    }
  }
}
