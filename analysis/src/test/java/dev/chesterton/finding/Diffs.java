package dev.chesterton.finding;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffParser;

/** Changes written in tests. */
public final class Diffs {
  private Diffs() {}

  /** One hunk of {@code fs/a.c}, each line with its sign, that has no section heading. */
  public static Change hunk(String lines) {
    return hunk("fs/a.c", "", lines);
  }

  public static Change hunk(String path, String section, String lines) {
    long before = lines.lines().filter(line -> !line.startsWith("+")).count();
    long after = lines.lines().filter(line -> !line.startsWith("-")).count();
    return read("""
        diff --git a/%s b/%s
        --- a/%s
        +++ b/%s
        @@ -10,%d +10,%d @@ %s
        """.formatted(path, path, path, path, before, after, section) + lines);
  }

  public static Change read(String diff) {
    return DiffParser.parse(diff, 1).value().change();
  }
}
