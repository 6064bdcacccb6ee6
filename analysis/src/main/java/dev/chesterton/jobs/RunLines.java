package dev.chesterton.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of a record of runs, in which the end of a run takes the place of its beginning. */
final class RunLines {
  private RunLines() {}

  /**
   * A line.
   *
   * @param job empty where it is damaged
   */
  record Line(String text, Optional<Job> job) {}

  /** What a run is known by; two with the same are told apart by their order. */
  private record Key(Job.Kind kind, Instant begin, long pid) {
    static Key of(Job job) {
      return new Key(job.kind(), job.begin(), job.pid());
    }
  }

  /** Those that count, newest first. */
  static List<Line> newestFirst(List<String> lines) {
    Map<Key, Integer> ends = new HashMap<>();
    List<Line> counting = new ArrayList<>();
    for (String text : lines.reversed()) {
      Line line = new Line(text, JobJson.read(text));
      if (line.job().isEmpty() || counts(line.job().get(), ends)) {
        counting.add(line);
      }
    }
    return counting;
  }

  private static boolean counts(Job job, Map<Key, Integer> ends) {
    if (job.end().isPresent()) {
      ends.merge(Key.of(job), 1, Integer::sum);
      return true;
    }
    int open = ends.getOrDefault(Key.of(job), 0);
    ends.put(Key.of(job), Math.max(0, open - 1));
    return open == 0;
  }
}
