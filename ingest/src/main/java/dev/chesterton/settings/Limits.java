package dev.chesterton.settings;

/**
 * How much is read and done at once.
 *
 * @param maxMessageBytes longer mails are cut there (THREATS.md, section 4)
 * @param jobs threads of ingest; 0 is one for each processor
 */
public record Limits(int maxMessageBytes, int jobs) {}
