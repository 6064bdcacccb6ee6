package dev.chesterton.finding.rank;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FilePath;
import java.util.Comparator;
import java.util.List;

/**
 * How much a patch is worth a second look.
 *
 * @param isWorthALook the score is high, and no whole feature goes: a finding is a warning
 * @param score the logarithm of odds, as learned; only the order of scores means something
 * @param parts what the score is the sum of, besides a constant; heaviest first
 * @param lines removed lines, most suspect first
 */
public record Rank(double score, Lane lane, boolean isWorthALook, List<Part> parts,
    List<SuspectLine> lines) {

  static final Comparator<Part> HEAVIEST_FIRST = Comparator
      .comparingDouble((Part part) -> Math.abs(part.amount()))
      .reversed()
      .thenComparing(Part::signal);

  public Rank {
    parts = parts.stream().sorted(HEAVIEST_FIRST).toList();
    lines = List.copyOf(lines);
  }

  /**
   * What one signal adds.
   *
   * @param value as counted
   * @param amount as weighed, compared with a common patch; negative where it speaks against a second look
   */
  public record Part(Signal signal, double value, double amount) {}

  /** A removed line. */
  public record SuspectLine(FilePath path, DiffLine line, double score) {}
}
