/**
 * A patch in, its review out: the story of the whole house, one call per room, in
 * {@link dev.chesterton.review.Reviewer}.
 *
 * <p>No clock and no chance: the same store gives the same review, letter for letter. A review says what it looked at, so
 * that "nothing found" and "not looked at" are different sentences.
 */
@NullMarked
package dev.chesterton.review;

import org.jspecify.annotations.NullMarked;
