package dev.chesterton.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes mails as mboxrd: each line of {@code >*From } gains one {@code >}, so that a reader gets every byte back but for
 * a line end that the last line of a mail lacked. The separator is the one public-inbox writes.
 */
public final class MboxWriter {
  private static final byte[] SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n"
      .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;

  /** @param out neither flushed nor closed here */
  public MboxWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Appends one mail with its separator and the empty line behind it.
   *
   * @param mail as it was sent
   * @throws IOException where {@code out} takes no more
   */
  public void write(byte[] mail) throws IOException {
    out.write(SEPARATOR);
    int at = 0;
    while (at < mail.length) {
      int end = lineEnd(mail, at);
      if (isFrom(mail, at)) {
        out.write('>');
      }
      out.write(mail, at, end - at);
      at = end;
    }
    if (mail.length > 0 && mail[mail.length - 1] != '\n') {
      out.write('\n');
    }
    out.write('\n');
  }

  /** Behind the line feed, or the end. */
  private static int lineEnd(byte[] mail, int from) {
    int at = from;
    while (at < mail.length && mail[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, mail.length);
  }

  private static boolean isFrom(byte[] mail, int from) {
    int at = from;
    while (at < mail.length && mail[at] == '>') {
      at++;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (at + i >= mail.length || mail[at + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }
}
