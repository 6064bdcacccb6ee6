package dev.chesterton.change;

/**
 * What stands above the hunks of one file.
 *
 * @param git written by git: the kind is certain, and a header alone can be a change
 * @param meaningful says something even without a hunk: a new name, a new mode, a birth, a death
 * @param endLine 1-based, the last line of the header
 */
record FileHeader(FileChange.Kind kind, FilePath oldPath, FilePath newPath, boolean git,
    boolean meaningful, int endLine) {}
