package dev.chesterton.jobs;

import dev.chesterton.source.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run that wrote the store.
 *
 * @param pid of its process; 0 where that is not known
 * @param end empty of a run that has begun, and of which nothing more is on record
 * @param archives each that was read, or was to be
 * @param steps what else was done, in its order
 * @param store as the run left it; empty where it could not be looked at
 * @param errors what ended the run, or a part of it that has no archive
 */
public record Job(Kind kind, long pid, Instant begin, Optional<Instant> end,
    List<ArchiveRun> archives, List<Step> steps, Optional<StoreSize> store,
    List<String> errors) {

  /** Problems kept of one run; the rest is counted. */
  public static final int MOST_PROBLEMS = 1_000;

  /** What was asked for. */
  public enum Kind {
    NIGHTLY, INGEST
  }

  /** Whether it goes on. */
  public enum State {
    ENDED, RUNNING, BROKEN_OFF
  }

  public Job {
    archives = bounded(archives);
    steps = List.copyOf(steps);
    errors = List.copyOf(errors);
  }

  /** A run that has begun: what stands on record until its end does, or for good where it is killed. */
  public static Job begun(Kind kind, long pid, Instant begin) {
    return new Job(kind, pid, begin, Optional.empty(), List.of(), List.of(), Optional.empty(),
        List.of());
  }

  /** A run whose process is gone, and that has told no end, was broken off. */
  public State state(Processes processes) {
    if (end.isPresent()) {
      return State.ENDED;
    }
    return processes.isRunning(pid, begin) ? State.RUNNING : State.BROKEN_OFF;
  }

  /** It came to its end and nothing failed; what an archive skipped is no failure. */
  public boolean isGood() {
    return end.isPresent() && errors.isEmpty() && archives.stream().allMatch(ArchiveRun::isGood)
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
