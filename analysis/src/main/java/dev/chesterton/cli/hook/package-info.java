/**
 * The send hook of git: a mail file in, findings and whether it may be sent out; and the file in the hooks folder that
 * calls it.
 *
 * <p>Git waits for it before each mail, so nothing here needs picocli, and Lucene and JGit's repositories are loaded only
 * where a store is asked.
 */
@NullMarked
package dev.chesterton.cli.hook;

import org.jspecify.annotations.NullMarked;
