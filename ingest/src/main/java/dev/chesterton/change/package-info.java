/**
 * Diff text in, what it does to files out: one shape for a patch mail and for a commit.
 *
 * <p>Here live the line keys that every later question is asked with, and the reading of trailers and citations, which
 * commit logs and mails share. Nothing here knows where the text came from.
 */
@NullMarked
package dev.chesterton.change;

import org.jspecify.annotations.NullMarked;
