package dev.chesterton.settings;

import java.util.Map;

/**
 * How much is read and done at once.
 *
 * @param maxMessageBytes longer mails are cut there (docs/limits.md)
 * @param jobs threads of ingest; 0 is one for each processor
 * @param reading each of the {@code limit.*} keys, within the bounds that make sense
 */
public record Limits(int maxMessageBytes, int jobs, Map<SettingKey, Long> reading) {

  public Limits {
    reading = Map.copyOf(reading);
  }

  /** The value of a {@code limit.*} key. */
  public long of(SettingKey key) {
    return reading.getOrDefault(key, Long.MAX_VALUE);
  }

  /** A shorter mail than this would lose its headers. */
  public static final int LEAST_MESSAGE_BYTES = 1 << 10;

  public static final int MOST_JOBS = 1_024;
}
