/**
 * How much a patch is worth a second look: one score, made of named signals whose weights were learned, and the removed
 * lines in the order of suspicion. It reads lines, not trees, so that a whole list can be ranked.
 *
 * <p>{@link dev.chesterton.finding.rank.Ranker} is the way in.
 */
@NullMarked
package dev.chesterton.finding.rank;

import org.jspecify.annotations.NullMarked;
