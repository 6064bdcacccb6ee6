/**
 * Messages and changes in, answers out; one folder on disk, disposable.
 *
 * <p>Progress through each archive is committed together with the documents it speaks of. No Lucene type leaves this
 * room.
 */
@NullMarked
package dev.chesterton.index;

import org.jspecify.annotations.NullMarked;
