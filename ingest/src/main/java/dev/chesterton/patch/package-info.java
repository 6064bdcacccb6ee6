/**
 * Message in, posting out: cover letter, patch, reply or letter, with its place in a series.
 *
 * <p>Subject lines are read as kernel people write them. Links to other mails or commits are not followed here.
 */
@NullMarked
package dev.chesterton.patch;

import org.jspecify.annotations.NullMarked;
