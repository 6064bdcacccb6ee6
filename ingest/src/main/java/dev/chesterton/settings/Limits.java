package dev.chesterton.settings;

/**
 * How much is read and done at once.
 *
 * @param maxMessageBytes longer mails are cut there (docs/limits.md)
 * @param jobs threads of ingest; 0 is one for each processor
 */
public record Limits(int maxMessageBytes, int jobs) {

  /** A shorter mail than this would lose its headers. */
  public static final int LEAST_MESSAGE_BYTES = 1 << 10;

  public static final int MOST_JOBS = 1_024;
}
