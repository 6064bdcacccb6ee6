package dev.chesterton.change;

/**
 * A path inside a source tree, {@code '/'}-separated, without {@code a/} or {@code b/} in front. Text only: nothing
 * opens it.
 */
public record FilePath(String value) implements Comparable<FilePath> {

  /** What stands behind the last slash. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(FilePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
