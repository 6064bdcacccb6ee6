package dev.chesterton.index;

import java.util.List;

/** Small diffs as text. */
final class Diffs {
  private Diffs() {}

  /** One hunk without context; lines end with a line feed. */
  static String diff(String path, String removed, String added) {
    List<String> out = removed.lines().toList();
    List<String> in = added.lines().toList();
    StringBuilder diff = new StringBuilder("diff --git a/" + path + " b/" + path + "\n--- a/" + path
        + "\n+++ b/" + path + "\n");
    diff.append("@@ -").append(range(out)).append(" +").append(range(in)).append(" @@\n");
    out.forEach(line -> diff.append('-').append(line).append('\n'));
    in.forEach(line -> diff.append('+').append(line).append('\n'));
    return diff.toString();
  }

  private static String range(List<String> lines) {
    return lines.isEmpty() ? "9,0" : "10," + lines.size();
  }
}
