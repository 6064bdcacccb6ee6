/**
 * A series and its links in, findings out: what a patch takes away, and what shows that it was needed.
 *
 * <p>A finding is a question to the reviewer, never a verdict, and none comes without evidence. How lines are compared is
 * settled in {@code change}; who said what is found by {@code link}.
 */
@NullMarked
package dev.chesterton.finding;

import org.jspecify.annotations.NullMarked;
