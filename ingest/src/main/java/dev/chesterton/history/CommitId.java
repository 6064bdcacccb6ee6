package dev.chesterton.history;

/** The id of a commit: 40 (SHA-1) or 64 (SHA-256) lower-case hex digits. */
public record CommitId(String hex) implements Comparable<CommitId> {

  /** The twelve digits kernel people write. */
  public String abbreviated() {
    return hex.substring(0, Math.min(12, hex.length()));
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
