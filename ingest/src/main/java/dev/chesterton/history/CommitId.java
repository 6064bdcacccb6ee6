package dev.chesterton.history;

import java.util.regex.Pattern;

/** The id of a commit: 40 (SHA-1) or 64 (SHA-256) lower-case hex digits. */
public record CommitId(String hex) implements Comparable<CommitId> {

  private static final int ABBREVIATED = 12;
  private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");

  public CommitId {
    if (!FULL.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "'" + hex + "' is no commit id, must be 40 or 64 hex digits");
    }
  }

  /** The twelve digits kernel people write. */
  public String abbreviated() {
    return abbreviated(hex);
  }

  /** The same of an id of which no more digits may be known. */
  public static String abbreviated(String digits) {
    return digits.substring(0, Math.min(digits.length(), ABBREVIATED));
  }

  @Override
  public int compareTo(CommitId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
