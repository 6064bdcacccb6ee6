package dev.chesterton.change;

/**
 * One line of a hunk.
 *
 * @param text without the sign in front and without the line end
 * @param oldLine 1-based line of the pre-image; of an added line, the pre-image line before which it goes in, which may be
 *     one behind the last
 * @param newLine 1-based line of the post-image; of a removed line, the post-image line that takes its place, which may be
 *     one behind the last
 */
public record DiffLine(Kind kind, String text, int oldLine, int newLine) {

  public enum Kind {
    CONTEXT(' '), ADDED('+'), REMOVED('-');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** The first character of such a line in a unified diff. */
    public char sign() {
      return sign;
    }
  }

  /** The line as it stands in the diff, with its sign. */
  public String signed() {
    return kind.sign() + text;
  }

  public boolean isAdded() {
    return kind == Kind.ADDED;
  }

  public boolean isRemoved() {
    return kind == Kind.REMOVED;
  }
}
