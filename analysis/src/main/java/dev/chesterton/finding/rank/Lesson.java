package dev.chesterton.finding.rank;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One patch of which it is known what became of it.
 *
 * @param wasNeeded it took away something that turned out to be needed
 * @param lines its removed lines
 * @param needed which of these it was, by their number from 0; may be empty
 */
public record Lesson(boolean wasNeeded, Map<Signal, Double> signals,
    List<Map<LineSignal, Double>> lines, Set<Integer> needed) {

  public Lesson {
    signals = Map.copyOf(signals);
    lines = List.copyOf(lines);
    needed = Set.copyOf(needed);
  }
}
