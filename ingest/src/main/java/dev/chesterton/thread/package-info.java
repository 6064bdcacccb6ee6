/**
 * Messages in, trees of replies out.
 *
 * <p>The order in which messages come in never matters, loops in headers never hang it, and a
 * message that is referenced but missing keeps its place as a ghost.
 */
@NullMarked
package dev.chesterton.thread;

import org.jspecify.annotations.NullMarked;
