package dev.chesterton.mail;

import java.util.BitSet;
import java.util.List;

/**
 * Joins the lines of {@code format=flowed} (RFC 3676): a line that ends in a space goes on in the next one of the same
 * quote depth.
 *
 * <p>Lines of a diff are freed of stuffing and never joined, because a blank context line is a space and looks as if it
 * flowed. The diff of a depth lasts to the signature. Quote marks come out as {@code >} per level and a space.
 */
final class FlowedText {
  private static final String SIGNATURE = "-- ";

  private final boolean deleteSpace;
  private final StringBuilder out = new StringBuilder();
  private final BitSet depthsInDiff = new BitSet();
  private boolean open;
  private int openDepth;

  private FlowedText(boolean deleteSpace) {
    this.deleteSpace = deleteSpace;
  }

  /**
   * @param text lines ended by {@code \n}
   * @param deleteSpace the parameter {@code DelSp}: the space at a soft break is not part of the text
   */
  static String join(String text, boolean deleteSpace) {
    FlowedText flowed = new FlowedText(deleteSpace);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      flowed.take(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : "");
    }
    flowed.close();
    return flowed.out.toString();
  }

  private void take(String line, String next) {
    int depth = depth(line);
    String content = unstuffed(line, depth);
    boolean signature = content.equals(SIGNATURE);
    if (signature) {
      depthsInDiff.clear(depth);
    } else if (beginsDiff(content, next)) {
      depthsInDiff.set(depth);
    }
    boolean fixed = signature || depthsInDiff.get(depth);
    // A blank line after a soft break is none to the RFC; senders who leave such spaces mean one.
    if (open && (fixed || content.isEmpty() || depth != openDepth)) {
      close();
    }
    if (!open) {
      out.append(">".repeat(depth)).append(depth > 0 && !content.isEmpty() ? " " : "");
    }
    boolean soft = !fixed && content.endsWith(" ");
    out.append(content, 0, content.length() - (soft && deleteSpace ? 1 : 0));
    openDepth = depth;
    open = true;
    if (!soft) {
      close();
    }
  }

  private void close() {
    if (open) {
      out.append('\n');
      open = false;
    }
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  private static String unstuffed(String line, int depth) {
    boolean stuffed = depth < line.length() && line.charAt(depth) == ' ';
    return line.substring(stuffed ? depth + 1 : depth);
  }

  private static boolean beginsDiff(String content, String next) {
    return content.startsWith("diff --git ") || content.startsWith("@@ -")
        || content.startsWith("Index: ")
        || (content.startsWith("--- ") && unstuffed(next, depth(next)).startsWith("+++ "));
  }
}
