/**
 * Arguments, standard input and clock in, exit code out; one class per verb.
 *
 * <p>Here, and in {@code web}, the house touches the outside: prints, reads the clock and the environment. Spring is
 * not on the class path, because a hook has to be quick.
 */
@NullMarked
package dev.chesterton.cli;

import org.jspecify.annotations.NullMarked;
