package dev.chesterton.index;

import dev.chesterton.source.Problem;
import java.util.List;

/**
 * What one ingest did.
 *
 * @param added mails or commits the store did not know
 * @param known those it knew, also where it learnt of a further list
 * @param removed mails taken back by their archive
 * @param patches how many of the added mails carry a patch
 * @param skipped what could not be read, each named
 * @param odd mails and commits that were read but have something odd: a cut, a broken header
 */
public record IngestReport(long added, long known, long removed, long patches,
    List<Problem> skipped, long odd) {
  public IngestReport {
    skipped = List.copyOf(skipped);
  }
}
