package dev.chesterton.finding;

import dev.chesterton.change.Change;
import java.util.List;

/** Finds what patches of one series take away for good. Immutable; may be shared by threads. */
public final class LossFinder {
  private final SeriesDiff series;

  /**
   * Reads a whole series, against which each of its patches is weighed.
   *
   * @param series changes of all its patches
   */
  public LossFinder(List<Change> series) {
    this.series = new SeriesDiff(series);
  }

  /** What a patch of the series loses. */
  public Losses find(Change change) {
    return new LossReader(series).read(change);
  }
}
