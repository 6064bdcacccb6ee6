package dev.chesterton.source;

import org.eclipse.jgit.lib.ObjectId;

/**
 * A mail came into an archive, or was taken back.
 *
 * @param blob its bytes
 */
record MailChange(ObjectId blob, boolean removed) {}
