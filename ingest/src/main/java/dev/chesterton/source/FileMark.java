package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How far a file has been read, as its checkpoint says it: {@code FORMAT OFFSET DIGEST}. No clock and no time of the
 * file has a say.
 *
 * @param format as which it was read
 * @param offset of the first byte of the last mail's separator; {@link #WHOLE} where the digest is that of the file
 * @param digest SHA-256 of all bytes before the offset, 64 hex digits
 */
record FileMark(MailFormat format, long offset, String digest) {
  static final long WHOLE = -1;
  private static final int BUFFER_BYTES = 64 << 10;

  /** Empty for what is none: the start from the beginning. */
  static Optional<FileMark> of(Checkpoint checkpoint) {
    List<String> parts = List.of(checkpoint.position().split(" ", -1));
    if (parts.size() != 3 || !parts.get(1).matches("-1|[0-9]{1,18}")) {
      return Optional.empty();
    }
    return MailFormat.of(parts.get(0))
        .map(format -> new FileMark(format, Long.parseLong(parts.get(1)), parts.get(2)));
  }

  /** Of the file as it is on the disk. */
  static FileMark whole(MailFile file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file.path())) {
      pass(in, Long.MAX_VALUE, digest);
    }
    return new FileMark(file.format(), WHOLE, hex(digest));
  }

  Checkpoint checkpoint() {
    return new Checkpoint(format.word() + " " + offset + " " + digest);
  }

  /** Reads what lies before the mark; the running digest of it where it is what it was. */
  Optional<Running> passIn(InputStream in) throws IOException {
    MessageDigest passed = sha256();
    return pass(in, offset, passed) && hex(copy(passed)).equals(digest)
        ? Optional.of(new Running(format, passed))
        : Optional.empty();
  }

  private static boolean pass(InputStream in, long length, MessageDigest digest)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return false;
      }
      digest.update(buffer, 0, read);
      left -= read;
    }
    return true;
  }

  /** Makes marks while an mbox is read. */
  static final class Running implements MboxProgress {
    private final MailFormat format;
    private final MessageDigest digest;

    private Running(MailFormat format, MessageDigest digest) {
      this.format = format;
      this.digest = digest;
    }

    static Running from(MailFormat format) {
      return new Running(format, sha256());
    }

    @Override
    public void passed(byte[] buffer, int from, int to) {
      digest.update(buffer, from, to - from);
    }

    @Override
    public Checkpoint at(long offset) {
      return new FileMark(format, offset, hex(copy(digest))).checkpoint();
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the JDK's SHA-256 can be copied", e);
    }
  }
}
