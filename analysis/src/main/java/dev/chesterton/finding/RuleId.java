package dev.chesterton.finding;

/**
 * Name of a rule: its file in {@code config/rules}, its URL, the word in {@code [brackets]}.
 *
 * @param value lower-case words joined by {@code -}
 */
public record RuleId(String value) implements Comparable<RuleId> {
  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
