package dev.chesterton.cli.hook;

import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A mail about to be sent. Its file still has the date the patch was written, which may be a year ago, and which no other
 * patch of the series shares; git replaces it by that of sending, and so does this.
 */
final class OutgoingMail {
  private static final byte[] DATE = "date:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FROM_LINE = "From ".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private final byte[] bytes;
  private final Posting posting;

  private OutgoingMail(String name, byte[] bytes, Posting posting) {
    this.name = name;
    this.bytes = bytes;
    this.posting = posting;
  }

  /**
   * Of a file as {@code git format-patch} writes it.
   *
   * @throws dev.chesterton.source.ArchiveException where the bytes are no mail
   */
  static OutgoingMail of(String name, byte[] file, Instant sent, ReadLimits limits) {
    return asSent(name, dated(file, sent), limits);
  }

  /** Of bytes that have the date of sending already. */
  static OutgoingMail asSent(String name, byte[] bytes, ReadLimits limits) {
    return new OutgoingMail(name, bytes,
        PatchParser.read(MailSources.single(bytes, Path.of("mail"), limits), limits).value());
  }

  /** Of its file, for people. */
  String name() {
    return name;
  }

  /** With the date of sending; shared, not copied. */
  byte[] bytes() {
    return bytes;
  }

  Posting posting() {
    return posting;
  }

  /** Empty for a cover letter and whatever else has no diff. */
  Optional<Patch> patch() {
    return posting instanceof Patch patch ? Optional.of(patch) : Optional.empty();
  }

  private static byte[] dated(byte[] file, Instant sent) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 64);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(ZoneOffset.UTC));
    out.writeBytes(("Date: " + date + "\n").getBytes(StandardCharsets.US_ASCII));
    int at = startsWith(file, 0, FROM_LINE) ? endOfLine(file, 0) : 0;
    boolean dropping = false;
    while (at < file.length && file[at] != '\n' && file[at] != '\r') {
      int end = endOfLine(file, at);
      boolean isContinued = file[at] == ' ' || file[at] == '\t';
      dropping = isContinued ? dropping : startsWith(file, at, DATE);
      if (!dropping) {
        out.write(file, at, end - at);
      }
      at = end;
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(bytes.length, at + 1);
  }

  /** Of letters only the lower case has to be given. */
  private static boolean startsWith(byte[] bytes, int from, byte[] begin) {
    if (bytes.length - from < begin.length) {
      return false;
    }
    for (int i = 0; i < begin.length; i++) {
      if (bytes[from + i] != begin[i]
          && !(begin[i] >= 'a' && bytes[from + i] == begin[i] - ('a' - 'A'))) {
        return false;
      }
    }
    return true;
  }
}
