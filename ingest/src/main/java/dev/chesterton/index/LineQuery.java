package dev.chesterton.index;

import dev.chesterton.change.LineKeys;
import java.time.Instant;

/**
 * The one question of this product: which changes share lines with these?
 *
 * @param side the side of their diff on which the others have the lines
 * @param until changes after this instant are passed over
 * @param limit most results, best first
 */
public record LineQuery(LineKeys keys, Side side, Among among, Instant until, int limit) {

  /** A side of a diff. */
  public enum Side {
    ADDED, REMOVED
  }

  /** Which changes are looked at. */
  public enum Among {
    MAILS, COMMITS
  }
}
