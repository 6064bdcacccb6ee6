package dev.chesterton.index;

import dev.chesterton.change.LineKeys;

/**
 * A mail or commit that shares lines with what was asked for.
 *
 * @param shared the keys both have
 * @param weight sum of the rarity of the shared keys, each {@code ln(1 + N / n)} with N changes in the store of which n
 *     have the line
 * @param asked the same sum over all keys asked for, so that {@code weight / asked} is the share found, 0 to 1
 */
public record Overlap(Head head, LineKeys shared, double weight, double asked) {

  /** Share of what was asked for, by rarity, 0 to 1. */
  public double share() {
    return asked == 0 ? 0 : weight / asked;
  }
}
