package dev.chesterton.mail;

import org.jspecify.annotations.Nullable;

/**
 * The id of a mail (RFC 5322, section 3.6.4), meant to be unique in the world; reused ids happen.
 *
 * @param value without {@code <>}, any characters but white space at the ends
 */
public record MessageId(String value) implements Comparable<MessageId> {
  /** No mailer may use this domain (RFC 2606). */
  private static final String MADE = "@content.invalid";

  /** An id for a mail that has none: the same content has the same. */
  static MessageId ofContent(String contentHash) {
    return new MessageId(contentHash + MADE);
  }

  /** The mail had no id of its own, so nothing else can refer to it by this one. */
  public boolean isMade() {
    return value.endsWith(MADE);
  }

  /** Written out: what the JVM makes of a record is made by each start anew, which takes longer than to read a mail. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MessageId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(MessageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
