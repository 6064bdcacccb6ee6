package dev.chesterton.syntax;

/**
 * Lines of a text.
 *
 * @param first 1-based, at least 1
 * @param last 1-based, inclusive, not before {@code first}
 */
public record LineRange(int first, int last) {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the range is empty or begins before line 1
   */
  public LineRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          "illegal line range: " + first + "-" + last + ", must begin at 1 and not be empty");
    }
  }

  /** Whether the 1-based line lies in this range. */
  public boolean contains(int line) {
    return first <= line && line <= last;
  }

  /** How many lines these are, at least 1. */
  public int length() {
    return last - first + 1;
  }
}
