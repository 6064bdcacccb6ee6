package dev.chesterton.index;

import dev.chesterton.source.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts of an ingest under way; several threads count. */
final class IngestTally {
  private final LongAdder added = new LongAdder();
  private final LongAdder known = new LongAdder();
  private final LongAdder removed = new LongAdder();
  private final LongAdder patches = new LongAdder();
  private final LongAdder odd = new LongAdder();
  private final LongAdder passedOver = new LongAdder();
  private volatile Optional<Problem> brokenOff = Optional.empty();
  private volatile boolean rewritten;
  private final Queue<Problem> skipped = new ConcurrentLinkedQueue<>();
  private final LongAdder skippedBytes = new LongAdder();
  private final FirstProblems oddities = new FirstProblems(IngestReport.MAX_ODDITIES);

  void count(IndexUpdate.Outcome outcome, boolean isPatch, List<Problem> problems) {
    if (outcome == IndexUpdate.Outcome.NEW) {
      added.increment();
      patches.add(isPatch ? 1 : 0);
      odd.add(problems.isEmpty() ? 0 : 1);
      oddities.addAll(problems);
    } else if (outcome == IndexUpdate.Outcome.PASSED_OVER) {
      passedOver.increment();
    } else {
      known.increment();
    }
  }

  /** A mail the store has, known before it was parsed. */
  void known() {
    known.increment();
  }

  void removed(long mails) {
    removed.add(mails);
  }

  void skipped(Problem problem, long bytes) {
    skippedBytes.add(bytes);
    skipped.add(problem);
  }

  /** The archive ends here for now. */
  void brokenOff(Problem problem) {
    brokenOff = Optional.of(problem);
  }

  /** What is read is another history than the one known. */
  void rewritten() {
    rewritten = true;
  }

  IngestReport report() {
    List<Problem> problems = Stream
        .concat(skipped.stream().sorted(Comparator.comparing(Problem::toString)),
            brokenOff.stream())
        .toList();
    return new IngestReport(added.sum(), known.sum(), removed.sum(), patches.sum(), problems,
        odd.sum(), passedOver.sum(), brokenOff.isPresent(), rewritten, skippedBytes.sum(),
        oddities.list());
  }
}
