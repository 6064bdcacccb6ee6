/**
 * A series in, its versions out: which mails are v1, v2, v3 of one thing, what became of each patch, and what reviewers
 * gave to which version.
 *
 * <p>A wrong tie is worse than a missing one: it would carry a review to a patch that nobody reviewed. So likeness alone
 * ties only what one person sent, for one kernel, in the order of its version numbers.
 */
@NullMarked
package dev.chesterton.link.version;

import org.jspecify.annotations.NullMarked;
