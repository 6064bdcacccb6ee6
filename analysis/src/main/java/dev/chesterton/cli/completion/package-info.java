/** Scripts for shells, so that they complete verbs, options and values, out of the declarations of the verbs. */
@NullMarked
package dev.chesterton.cli.completion;

import org.jspecify.annotations.NullMarked;
