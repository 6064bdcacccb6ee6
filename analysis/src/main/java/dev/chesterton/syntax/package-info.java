/**
 * C text in, what a reviewer looks for out: functions, calls, guards, declarations, comments.
 *
 * <p>{@link dev.chesterton.syntax.SourceFile} is the front door, for a whole file or for one side
 * of a bare hunk. Text of strangers never raises an exception; what could not be read is told in
 * {@code notes()}. The walk: {@code CodeText} takes comments and literals out, {@code KernelMacros}
 * turns macros into plain C, {@code HunkFrame} closes what a hunk leaves open, {@code
 * TreeSitterParser} makes a tree, {@code ConstructReader} reads it. All of them keep every
 * character at its place, so an offset means the same from end to end.
 *
 * <p>Deliberately absent: a preprocessor, types, and any native memory that outlives a call.
 */
@NullMarked
package dev.chesterton.syntax;

import org.jspecify.annotations.NullMarked;
