package dev.chesterton.index;

import dev.chesterton.change.LineKeys;

/**
 * A mail or commit that shares lines with what was asked for.
 *
 * @param isFix title or log show a repair; see {@link dev.chesterton.change.FixSign}
 * @param shared the keys both have, on the side where they were sought
 * @param weight sum of the rarity of the shared keys; see {@link LineQuery#rarity}
 * @param asked the same sum over all keys asked for, so that {@code weight / asked} is the share found, 0 to 1
 */
public record Overlap(ChangeDigest change, boolean isFix, LineKeys shared, double weight,
    double asked) {

  public Head head() {
    return change.head();
  }

  /** Share of what was asked for, by rarity, 0 to 1. */
  public double share() {
    return asked == 0 ? 0 : weight / asked;
  }
}
