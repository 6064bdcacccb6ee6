package dev.chesterton.jobs;

import dev.chesterton.index.IngestReport;
import dev.chesterton.source.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One archive or tree in one run.
 *
 * @param kind mails or commits
 * @param name of the list or tree
 * @param tookMillis how long it was read
 * @param counts new, known, removed mails or commits, new patches, skipped ones
 * @param skipped what could not be read, with its place; perhaps fewer than were counted
 * @param heads how far each epoch, file or branch has been read
 * @param rewritten an epoch had another history than the one known
 * @param error why it could not be read to its end
 */
public record ArchiveRun(Kind kind, String name, String path, long tookMillis, Counts counts,
    List<Problem> skipped, Map<String, String> heads, boolean rewritten, Optional<String> error) {

  /** What it holds. */
  public enum Kind {
    MAILS, COMMITS
  }

  /**
   * How many.
   *
   * @param skippedBytes what was skipped had, as far as anybody can tell
   */
  public record Counts(long added, long known, long removed, long patches, long skipped,
      long skippedBytes) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    public static Counts of(IngestReport report) {
      return new Counts(report.added(), report.known(), report.removed(), report.patches(),
          report.skipped().size(), report.skippedBytes());
    }

    public Counts plus(Counts other) {
      return new Counts(added + other.added, known + other.known, removed + other.removed,
          patches + other.patches, skipped + other.skipped,
          skippedBytes + other.skippedBytes);
    }
  }

  public ArchiveRun {
    skipped = List.copyOf(skipped);
    heads = Collections.unmodifiableMap(new TreeMap<>(heads));
  }

  public boolean isGood() {
    return error.isEmpty();
  }

  ArchiveRun with(List<Problem> some) {
    return new ArchiveRun(kind, name, path, tookMillis, counts, some, heads, rewritten, error);
  }
}
