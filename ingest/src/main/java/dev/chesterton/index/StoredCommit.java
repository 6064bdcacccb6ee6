package dev.chesterton.index;

/**
 * A commit as the store gives it back. Its diff is not stored twice: the tree has it.
 *
 * @param message whole, title included
 */
public record StoredCommit(Head.CommitHead head, String message) {}
