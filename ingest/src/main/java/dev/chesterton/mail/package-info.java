/**
 * Bytes in, {@link dev.chesterton.mail.Message} out: headers decoded, text as the reader sees it.
 *
 * <p>No byte sequence raises an exception; what was odd stands in the problems. Whether a mail is a patch is decided
 * two rooms further.
 */
@NullMarked
package dev.chesterton.mail;

import org.jspecify.annotations.NullMarked;
