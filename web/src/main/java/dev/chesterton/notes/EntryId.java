package dev.chesterton.notes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of an entry: a hash of what it says. The same entry has the same name in every database, so that sending a form
 * twice or restoring a backup twice adds nothing, and an entry that was changed on the way is found out.
 *
 * @param value 20 hex digits in lower case
 */
public record EntryId(String value) implements Comparable<EntryId> {

  static final int DIGITS = 20;

  public EntryId {
    if (!isOne(value)) {
      throw new IllegalArgumentException("not the name of an entry");
    }
  }

  /** Whether a text can be one. */
  public static boolean isOne(String text) {
    return text.length() == DIGITS
        && text.chars().allMatch(unit -> unit >= '0' && unit <= '9' || unit >= 'a' && unit <= 'f');
  }

  /** The name of what these parts say, in this order. */
  static EntryId of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length keeps two parts from being read as two others.
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return new EntryId(HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
