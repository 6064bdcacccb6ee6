package dev.chesterton.change;

import java.util.ArrayList;
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
    TextLines lines = TextLines.of(text);
    QuotedText quoted = new QuotedText(lines);
    List<Citation> all = new ArrayList<>();
    for (int number = 1; number <= lines.count(); number++) {
      String line = quoted.line(number);
      if (mayCite(line)) {
        all.addAll(ofLine(CitedLine.of(quoted, number, line)));
      }
    }
    return List.copyOf(all);
  }

  /** Every citation holds a digit or an at sign; most lines are passed over quickly. */
  private static boolean mayCite(String line) {
    for (int i = 0; i < line.length(); i++) {
      char unit = line.charAt(i);
      if ((unit >= '0' && unit <= '9') || unit == '@') {
        return FURNITURE.stream().noneMatch(line::startsWith) && !isOfDiffstat(line);
      }
    }
    return false;
  }

  /** {@code  tests/btrfs/280 | 12 ++--} and {@code  create mode 100644 tests/btrfs/280}. */
  private static boolean isOfDiffstat(String line) {
    int bar = line.indexOf(" | ");
    boolean counts = bar > 0 && line.length() > bar + 3
        && line.chars().skip(bar + 3L).allMatch(unit -> " 0123456789+-".indexOf(unit) >= 0);
    return counts || line.startsWith(" create mode ") || line.startsWith(" delete mode ")
        || line.startsWith("create mode ") || line.startsWith("delete mode ");
  }

  private static Set<Citation> ofLine(CitedLine line) {
    List<Found> found = new ArrayList<>();
    CommitCitations.find(line, found);
    MailCitations.find(line, found);
    TestCitations.find(line, found);
    TraceCitations.find(line, found);
    found.sort(Comparator.comparingInt(Found::column));
    Set<Citation> each = new LinkedHashSet<>();
    found.forEach(one -> each.add(one.citation()));
    return each;
  }
}
