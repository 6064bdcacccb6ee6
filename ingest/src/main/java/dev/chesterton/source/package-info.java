/**
 * Archives in, raw mails out: bytes with the place they come from.
 *
 * <p>What an archive is, {@link dev.chesterton.source.MailFormat} says or {@link dev.chesterton.source.MailSources} finds
 * by looking. Only regular files are read, and below what the operator named no link is followed.
 *
 * <p>Nothing is decoded here, and nothing is written but the copies of {@link dev.chesterton.source.Mirror}. What cannot
 * be read comes out as
 * {@link dev.chesterton.source.Arrival.Skipped}, named, and the rest goes on.
 */
@NullMarked
package dev.chesterton.source;

import org.jspecify.annotations.NullMarked;
