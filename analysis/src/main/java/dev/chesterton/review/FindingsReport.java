package dev.chesterton.review;

import dev.chesterton.source.Problem;
import java.util.List;

/**
 * What an update of the kept findings did.
 *
 * @param whole every patch of the store was looked at, not only those of threads that changed
 * @param checked patches looked at
 * @param flagged how many of those are flagged
 * @param failed patches that could not be looked at, a fault of this program
 */
public record FindingsReport(boolean whole, long checked, long flagged, List<Problem> failed) {
  public FindingsReport {
    failed = List.copyOf(failed);
  }
}
