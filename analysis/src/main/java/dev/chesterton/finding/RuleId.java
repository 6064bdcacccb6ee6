package dev.chesterton.finding;

import org.jspecify.annotations.Nullable;

/**
 * Name of a rule: its file in {@code config/rules}, its URL, the word in {@code [brackets]}.
 *
 * @param value lower-case words joined by {@code -}
 */
public record RuleId(String value) implements Comparable<RuleId> {
  /** Written out: what the JVM makes of a record is made by each start anew, which takes longer than to read a mail. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
