package dev.chesterton.change;

/**
 * {@code Key: value} at the end of a commit message.
 *
 * @param key as written, without the colon
 * @param value continuation lines joined by one space
 * @param line 1-based, in the text it was read from
 */
public record Trailer(String key, String value, int line) {
  public boolean is(String name) {
    return key.equalsIgnoreCase(name);
  }
}
