package dev.chesterton.index;

import dev.chesterton.change.LineKeys;
import java.time.Instant;

/**
 * The one question of this product: which changes share lines with these?
 *
 * @param inAdded keys sought among the lines that others add
 * @param inRemoved keys sought among the lines that others remove
 * @param from changes before this instant are passed over
 * @param until changes after this instant are passed over, and do not count for rarity either
 * @param limit most results, best first
 * @param least share of what was asked for, by rarity, 0 to 1, that a result has at least
 */
public record LineQuery(LineKeys inAdded, LineKeys inRemoved, Among among, Instant from,
    Instant until, int limit, double least) {

  /**
   * A line in more changes than this ({@code return ret;}) says nothing about where it comes from and would cost the most:
   * it is not looked up, and left out of both sums of an {@link Overlap}.
   */
  public static final int COMMON = 2_000;

  /** A side of a diff. */
  public enum Side {
    ADDED, REMOVED
  }

  /** Which changes are looked at. */
  public enum Among {
    MAILS, COMMITS
  }

  /** Of one side, without an earliest date. */
  public LineQuery(LineKeys keys, Side side, Among among, Instant until, int limit) {
    this(side == Side.ADDED ? keys : LineKeys.NONE, side == Side.REMOVED ? keys : LineKeys.NONE,
        among, Instant.MIN, until, limit, 0);
  }

  /** Those that do the same: add what is added and remove what is removed. */
  public static LineQuery same(ChangeDigest change, Among among, Instant until, int limit,
      double least) {
    return new LineQuery(change.added(), change.removed(), among, Instant.MIN, until, limit,
        least);
  }

  /**
   * The weight of a line: {@code ln(1 + COMMON / n)}. It does not depend on how large the store is, so that it stays what
   * it was when more comes in.
   *
   * @param changes n, how many of the mails and commits up to {@link #until} have the line on the side where it is
   *     sought; 0 counts as 1
   */
  public static double rarity(int changes) {
    return Math.log1p((double) COMMON / Math.max(1, changes));
  }
}
