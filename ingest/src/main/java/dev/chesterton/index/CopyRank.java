package dev.chesterton.index;

import dev.chesterton.source.RawMail;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * Decides which of several copies of a mail is kept. Copies that came through different lists differ in what the content
 * hash leaves out ({@code Received} above all); the one with the smallest hash is kept, whichever came first, so that
 * the store does not depend on the order of arrival.
 *
 * @param ofBytes hash of the bytes
 * @param ofPlace hash of where they lie; tells apart equal bytes in two archives
 */
record CopyRank(long ofBytes, long ofPlace) implements Comparable<CopyRank> {
  private static final Comparator<CopyRank> ORDER = Comparator.comparingLong(CopyRank::ofBytes)
      .thenComparingLong(CopyRank::ofPlace);

  /** Of what exists in one form only: a commit. */
  static final CopyRank SAME = new CopyRank(0, 0);

  static CopyRank of(RawMail raw) {
    return new CopyRank(hash(raw.bytes()),
        hash(raw.provenance().place().getBytes(StandardCharsets.UTF_8)));
  }

  byte[] pack() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(ofBytes).putLong(ofPlace).array();
  }

  static CopyRank unpack(byte[] bytes, int offset) {
    ByteBuffer packed = ByteBuffer.wrap(bytes, offset, 2 * Long.BYTES);
    return new CopyRank(packed.getLong(), packed.getLong());
  }

  @Override
  public int compareTo(CopyRank other) {
    return ORDER.compare(this, other);
  }

  /** The start of a SHA-256, so that nobody can write a mail to collide with another. */
  private static long hash(byte[] bytes) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
