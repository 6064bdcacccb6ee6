package dev.chesterton.index;

import dev.chesterton.change.LineKeys;

/**
 * What one document shares with a question.
 *
 * @param document its global number
 * @param asked weight of all that was asked for
 */
record LineTally(int document, LineKeys shared, double weight, double asked) {

  Overlap overlap(ChangeDigest change, boolean isFix) {
    return new Overlap(change, isFix, shared, weight, asked);
  }
}
