package dev.chesterton.index;

/**
 * How much is in a store.
 *
 * @param generation counts the commits of the store
 */
public record StoreCounts(long generation, long mails, long patches, long commits) {}
