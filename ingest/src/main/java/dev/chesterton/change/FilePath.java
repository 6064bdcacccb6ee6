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

  /** What stands in front of the last slash; empty for a file of the topmost folder. */
  public String folder() {
    return value.substring(0, Math.max(0, value.lastIndexOf('/')));
  }

  /** The same path, or the one is the other with folders in front. */
  public boolean endsLike(FilePath other) {
    return value.equals(other.value) || value.endsWith("/" + other.value)
        || other.value.endsWith("/" + value);
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
