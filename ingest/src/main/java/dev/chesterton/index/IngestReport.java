package dev.chesterton.index;

import dev.chesterton.source.Problem;
import java.util.List;

/**
 * What one ingest did to the store, or would have done.
 *
 * @param added mails or commits the store did not know
 * @param known those it knew, also where it learnt of a further list
 * @param removed mails taken back by their archive
 * @param patches how many of the added mails carry a patch
 * @param skipped what could not be read, each named
 * @param odd mails and commits that were read but have something odd: a cut, a broken header
 * @param passedOver mails sent before the day the run was told to begin with
 * @param brokenOff the archive could not be read to its end; the last of what was skipped says why
 * @param rewritten the archive's history was not the one known: it was read anew
 * @param skippedBytes what was skipped had, as far as anybody can tell
 * @param oddities what was odd, each with its mail or commit; the first {@link #MAX_ODDITIES} in alphabetical order
 */
public record IngestReport(long added, long known, long removed, long patches,
    List<Problem> skipped, long odd, long passedOver, boolean brokenOff,
    boolean rewritten, long skippedBytes, List<Problem> oddities) {

  /** Kept of one archive: about 3 MiB. */
  public static final int MAX_ODDITIES = 10_000;

  /** Of an archive that was read to its end, with nothing passed over. */
  public IngestReport(long added, long known, long removed, long patches, List<Problem> skipped,
      long odd) {
    this(added, known, removed, patches, skipped, odd, 0, false, false);
  }

  /** Of which nothing was odd, and nothing skipped that has a size. */
  public IngestReport(long added, long known, long removed, long patches, List<Problem> skipped,
      long odd, long passedOver, boolean brokenOff, boolean rewritten) {
    this(added, known, removed, patches, skipped, odd, passedOver, brokenOff, rewritten, 0,
        List.of());
  }

  public IngestReport {
    skipped = List.copyOf(skipped);
    oddities = List.copyOf(oddities);
  }
}
