package dev.chesterton.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a text cites. Quote marks do not hide a citation; the furniture of diffs (file
 * names, {@code index} lines, the diffstat) holds none, and neither do {@code base-commit:} lines, which say where a
 * patch belongs rather than why. The time grows with the length of the text.
 */
public final class Citations {

  private static final List<String> FURNITURE = List.of("diff --git ", "index ", "--- ", "+++ ",
      "rename ", "copy ", "similarity index ");

  private Citations() {}

  /** All citations, in order of lines and of columns; on one line each once. */
  public static List<Citation> of(String text) {
    return of(TextLines.of(text));
  }

  /** As above, of a text that was cut into lines already. */
  public static List<Citation> of(TextLines lines) {
    QuotedText quoted = new QuotedText(lines);
    List<Citation> all = new ArrayList<>();
    for (int number = 1; number <= lines.count(); number++) {
      if (quoted.mayCite(number)) {
        addOfLine(quoted, number, all);
      }
    }
    return List.copyOf(all);
  }

  private static void addOfLine(QuotedText quoted, int number, List<Citation> all) {
    String line = quoted.line(number);
    if (!isFurniture(line) && !isOfDiffstat(line)) {
      all.addAll(ofLine(CitedLine.of(quoted, number, line)));
    }
  }

  private static boolean isFurniture(String line) {
    for (String beginning : FURNITURE) {
      if (line.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** {@code  tests/btrfs/280 | 12 ++--} and {@code  create mode 100644 tests/btrfs/280}. */
  private static boolean isOfDiffstat(String line) {
    int bar = line.indexOf(" | ");
    boolean counts = bar > 0 && line.length() > bar + 3 && isCount(line, bar + 3);
    return counts || line.startsWith(" create mode ") || line.startsWith(" delete mode ")
        || line.startsWith("create mode ") || line.startsWith("delete mode ");
  }

  private static boolean isCount(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (" 0123456789+-".indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Collection<Citation> ofLine(CitedLine line) {
    List<Found> found = new ArrayList<>();
    CommitCitations.find(line, found);
    MailCitations.find(line, found);
    TestCitations.find(line, found);
    TraceCitations.find(line, found);
    BugCitations.find(line, found);
    if (found.isEmpty()) {
      return List.of();
    }
    found.sort(Comparator.comparingInt(Found::column));
    Set<Citation> each = new LinkedHashSet<>();
    found.forEach(one -> each.add(one.citation()));
    return each;
  }
}
