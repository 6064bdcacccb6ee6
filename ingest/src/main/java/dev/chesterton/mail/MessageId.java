package dev.chesterton.mail;

/**
 * The id of a mail (RFC 5322, section 3.6.4), meant to be unique in the world; reused ids happen.
 *
 * @param value without {@code <>}, any characters but white space at the ends
 */
public record MessageId(String value) implements Comparable<MessageId> {

  @Override
  public int compareTo(MessageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
