package dev.chesterton.settings;

/**
 * How much is read and done at once.
 *
 * @param maxMessageBytes longer mails are cut there (docs/limits.md)
 * @param jobs threads of ingest; 0 is one for each processor
 */
public record Limits(int maxMessageBytes, int jobs) {}
