package dev.chesterton.history;

import dev.chesterton.change.FilePath;

/**
 * Which commit put a run of lines there.
 *
 * @param fromLine 1-based, in the file that was asked about
 * @param toLine 1-based, inclusive
 * @param origin the commit that last changed these lines
 * @param originPath the file in that commit; renames are followed
 * @param originLine 1-based, where the run begins in that file
 */
public record Blame(int fromLine, int toLine, CommitId origin, FilePath originPath,
    int originLine) {}
