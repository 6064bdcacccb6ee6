package dev.chesterton.patch;

/**
 * One line of a {@link RangeDiff}.
 *
 * @param outer what the new version of the patch does to this line of the old one
 * @param inner what the line is within the patch
 * @param text without signs
 */
public record RangeLine(Outer outer, Inner inner, String text) {

  /** Between two versions of a patch. */
  public enum Outer {
    SAME(' '), REMOVED('-'), ADDED('+'),
    /** Lines were left out here; the text says where the diff goes on. */
    GAP('@');

    private final char sign;

    Outer(char sign) {
      this.sign = sign;
    }
  }

  /** Within a patch. */
  public enum Inner {
    /** Title of a part: the message, a file. */
    HEADING(" ## "),
    /** Author, title or log. */
    MESSAGE("    "),
    /** Head of a hunk, without its line numbers. */
    HUNK("@@ "), CONTEXT(" "), REMOVED("-"), ADDED("+");

    private final String sign;

    Inner(String sign) {
      this.sign = sign;
    }
  }

  /** As {@code git range-diff} prints it, without the four spaces in front. */
  @Override
  public String toString() {
    if (outer == Outer.GAP) {
      return text.isEmpty() ? "@@" : "@@ " + text;
    }
    String end = inner == Inner.HEADING ? " ##" : "";
    return (outer.sign + inner.sign + text + end).stripTrailing();
  }
}
