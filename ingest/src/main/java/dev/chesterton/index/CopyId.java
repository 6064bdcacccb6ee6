package dev.chesterton.index;

import dev.chesterton.source.RawMail;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * Tells copies of one mail apart, and which of them is shown. Copies that came through different lists differ in what the
 * content hash leaves out ({@code Received} above all); the one with the smallest hash is shown, whichever came first,
 * so that the store does not depend on the order of arrival.
 *
 * @param list that carried it; of a commit the tree that holds it
 * @param source {@linkplain Archive#hash hash} of the archive
 * @param bytes hash of the bytes
 * @param place hash of the archive and where in it they lie
 */
record CopyId(String list, long source, long bytes, long place) implements Comparable<CopyId> {
  private static final Comparator<CopyId> ORDER = Comparator.comparingLong(CopyId::bytes)
      .thenComparingLong(CopyId::place)
      .thenComparing(CopyId::list);

  static CopyId of(Archive archive, RawMail raw) {
    return new CopyId(archive.list(), archive.hash(), hash(raw.bytes()),
        hash(raw.provenance().place().getBytes(StandardCharsets.UTF_8)));
  }

  /** Of what exists in one form only: a commit. */
  static CopyId ofCommit(String tree) {
    return new CopyId(tree, 0, 0, 0);
  }

  /** One number for all of it: under this the store is asked whether it has the copy. */
  long hash() {
    return mix(mix(mix(source) ^ bytes) ^ place);
  }

  /** Spreads what is spread already, so that no two of the three can cancel each other (finaliser of MurmurHash3). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  @Override
  public int compareTo(CopyId other) {
    return ORDER.compare(this, other);
  }

  /** The start of a SHA-256, so that nobody can write a mail to collide with another. */
  static long hash(byte[] bytes) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
