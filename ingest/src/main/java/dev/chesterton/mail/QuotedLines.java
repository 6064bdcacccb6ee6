package dev.chesterton.mail;

/** Writes running text as lines, each behind the quote marks of its depth; no two blank lines in a row. */
final class QuotedLines {
  /** Deeper quotes keep the marks of this depth: marks cost a byte a line and level. */
  private static final int MAX_DEPTH = 50;

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int depth;
  private boolean spaceDue;
  private boolean blankDue;
  private boolean lastBlank;

  /** Running text: white space is one space, none at the beginning of a line. */
  void words(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u00a0' || Character.isWhitespace(c)) {
        spaceDue = true;
      } else {
        if (spaceDue && !line.isEmpty()) {
          line.append(' ');
        }
        line.append(c);
        spaceDue = false;
      }
    }
  }

  /** Text whose spaces count. */
  void exact(String text) {
    if (spaceDue && !line.isEmpty()) {
      line.append(' ');
    }
    spaceDue = false;
    line.append(text);
  }

  /** Ends the line, even an empty one. */
  void hardBreak() {
    write();
  }

  /** A block begins or ends; {@code spaced} ones stand between blank lines. */
  void block(boolean spaced) {
    if (!line.isEmpty()) {
      write();
    }
    blankDue |= spaced && !out.isEmpty();
  }

  void deeper() {
    depth++;
  }

  void shallower() {
    depth--;
  }

  /** The line so far ends so. */
  boolean endsWith(String text) {
    int start = line.length() - text.length();
    return start >= 0 && line.indexOf(text, start) == start;
  }

  String finish() {
    if (!line.isEmpty()) {
      write();
    }
    return out.toString();
  }

  private void write() {
    String text = line.toString().stripTrailing();
    line.setLength(0);
    spaceDue = false;
    if (text.isEmpty() && (lastBlank || out.isEmpty())) {
      blankDue = false;
      return;
    }
    if (blankDue && !lastBlank && !text.isEmpty()) {
      out.append('\n');
    }
    lastBlank = text.isEmpty();
    String marks = "> ".repeat(Math.min(depth, MAX_DEPTH));
    out.append(text.isEmpty() ? marks.stripTrailing() : marks + text).append('\n');
    blankDue = false;
  }
}
