/**
 * Archives in, raw mails out: bytes with the place they come from.
 *
 * <p>Nothing is decoded here, and nothing is written but the copies of {@link dev.chesterton.source.Mirror}. What cannot be read comes out as
 * {@link dev.chesterton.source.Arrival.Skipped}, named, and the rest goes on.
 */
@NullMarked
package dev.chesterton.source;

import org.jspecify.annotations.NullMarked;
