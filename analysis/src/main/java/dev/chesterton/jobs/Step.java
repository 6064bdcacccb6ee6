package dev.chesterton.jobs;

import dev.chesterton.source.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A part of a run that reads no archive: a copy brought up to date, findings made.
 *
 * @param counts by what is counted
 * @param problems what was left out, the first {@link Job#MOST_PROBLEMS}
 * @param error why it did not come to its end
 */
public record Step(String name, long tookMillis, Map<String, Long> counts, List<Problem> problems,
    Optional<String> error) {

  public Step {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    problems = List.copyOf(problems.subList(0, Math.min(Job.MOST_PROBLEMS, problems.size())));
  }

  public boolean isGood() {
    return error.isEmpty();
  }
}
