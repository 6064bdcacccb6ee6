package dev.chesterton.index;

import dev.chesterton.source.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The first problems in alphabetical order, so that which are kept does not depend on who came first. */
final class FirstProblems {
  private final int most;
  private final TreeSet<Problem> problems = new TreeSet<>(Comparator.comparing(Problem::toString));

  FirstProblems(int most) {
    this.most = most;
  }

  synchronized void addAll(List<Problem> more) {
    problems.addAll(more);
    while (problems.size() > most) {
      problems.removeLast();
    }
  }

  synchronized List<Problem> list() {
    return List.copyOf(problems);
  }
}
