package dev.chesterton.jobs;

import dev.chesterton.source.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run that wrote the store.
 *
 * @param archives each that was read, or was to be
 * @param steps what else was done, in its order
 * @param store as the run left it; empty where it could not be looked at
 * @param errors what ended the run, or a part of it that has no archive
 */
public record Job(Kind kind, Instant begin, Instant end, List<ArchiveRun> archives,
    List<Step> steps, Optional<StoreSize> store, List<String> errors) {

  /** Problems kept of one run; the rest is counted. */
  public static final int MOST_PROBLEMS = 1_000;

  /** What was asked for. */
  public enum Kind {
    NIGHTLY, INGEST
  }

  public Job {
    archives = bounded(archives);
    steps = List.copyOf(steps);
    errors = List.copyOf(errors);
  }

  /** Nothing failed; what an archive skipped is no failure. */
  public boolean isGood() {
    return errors.isEmpty() && archives.stream().allMatch(ArchiveRun::isGood)
        && steps.stream().allMatch(Step::isGood);
  }

  private static List<ArchiveRun> bounded(List<ArchiveRun> archives) {
    List<ArchiveRun> bounded = new ArrayList<>();
    int left = MOST_PROBLEMS;
    for (ArchiveRun archive : archives) {
      List<Problem> some = archive.skipped().subList(0, Math.min(left, archive.skipped().size()));
      left -= some.size();
      bounded.add(archive.with(some));
    }
    return List.copyOf(bounded);
  }
}
