/**
 * Git tree in, commits with their changes out.
 *
 * <p>The repository is read as data: its settings, hooks, filters and replacements are not obeyed,
 * and nothing is ever fetched or written.
 */
@NullMarked
package dev.chesterton.history;

import org.jspecify.annotations.NullMarked;
