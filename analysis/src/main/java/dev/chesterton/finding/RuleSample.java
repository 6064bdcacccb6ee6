package dev.chesterton.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * A change that stands in a rule file to show what the rule does.
 *
 * @param fires whether the rule has to speak, or to be silent
 * @param number 1-based, among those of its section
 * @param diff as in a patch
 */
public record RuleSample(boolean fires, int number, String diff) {
  private static final String HEADING = "## ";
  private static final String FIRE = "## Must fire";
  private static final String SILENT = "## Must stay silent";
  private static final String BEGIN = "```diff";
  private static final String END = "```";

  /**
   * The samples of a page, in its order: blocks of {@code ```diff} below the headings {@value FIRE} and {@value SILENT}.
   */
  public static List<RuleSample> of(RulePage page) {
    List<RuleSample> samples = new ArrayList<>();
    List<String> lines = page.markdown().lines().toList();
    String section = "";
    int number = 0;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).stripTrailing();
      boolean isSample = section.equals(FIRE) || section.equals(SILENT);
      if (line.startsWith(HEADING)) {
        section = line;
        number = 0;
      } else if (isSample && line.equals(BEGIN)) {
        int end = end(lines, at + 1);
        samples.add(new RuleSample(section.equals(FIRE), ++number,
            String.join("\n", lines.subList(at + 1, end)) + "\n"));
        at = end;
      }
    }
    return List.copyOf(samples);
  }

  /** A block that is never closed ends with the text. */
  private static int end(List<String> lines, int from) {
    int end = lines.subList(from, lines.size()).indexOf(END);
    return end < 0 ? lines.size() : from + end;
  }

  @Override
  public String toString() {
    return (fires ? "must fire " : "must stay silent ") + number;
  }
}
