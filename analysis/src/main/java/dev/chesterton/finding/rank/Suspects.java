package dev.chesterton.finding.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts removed lines in order: by score, but the first few not all of one kind. */
final class Suspects {

  /** Lines that are chosen to differ; below them the score alone decides. */
  private static final int CHOSEN = 10;

  /** What a line loses when the same call was named above it. */
  private static final double AGAIN = 1.0;

  private Suspects() {}

  record Scored(LostLine line, double score) {}

  static List<Rank.SuspectLine> inOrder(List<Scored> scored) {
    List<Scored> rest = new ArrayList<>(
        scored.stream().sorted(Comparator.comparingDouble(Scored::score).reversed()).toList());
    List<Scored> ordered = new ArrayList<>();
    Set<Long> named = new HashSet<>();
    Map<List<String>, Integer> calls = new HashMap<>();
    while (ordered.size() < CHOSEN && !rest.isEmpty()) {
      Scored next = best(rest, named, calls);
      rest.remove(next);
      ordered.add(next);
      named.add(next.line().line().key().value());
      calls.merge(next.line().lostCalls(), 1, Integer::sum);
    }
    ordered.addAll(rest);
    return ordered.stream()
        .map(line -> new Rank.SuspectLine(line.line().line().path(), line.line().line().line(),
            line.score()))
        .toList();
  }

  /** Of equal ones the first. */
  private static Scored best(List<Scored> rest, Set<Long> named,
      Map<List<String>, Integer> calls) {
    Scored best = rest.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (Scored line : rest) {
      int times = line.line().lostCalls().isEmpty()
          ? 0
          : calls.getOrDefault(line.line().lostCalls(), 0);
      boolean isNamed = named.contains(line.line().line().key().value());
      double score = isNamed ? Double.NEGATIVE_INFINITY : line.score() - AGAIN * times;
      if (score > most) {
        best = line;
        most = score;
      }
    }
    return best;
  }
}
