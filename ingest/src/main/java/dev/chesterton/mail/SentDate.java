package dev.chesterton.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When a mail was sent.
 *
 * @param at with the zone the sender wrote, second precision
 * @param source which header says so; senders' clocks lie
 */
public record SentDate(OffsetDateTime at, Source source) {

  /** Where a date was found, best first. */
  public enum Source {
    DATE_HEADER, RECEIVED_HEADER, ARCHIVE, NONE
  }

  /** No date anywhere: 1970 in UTC. */
  public static final SentDate NONE = new SentDate(Instant.EPOCH.atOffset(ZoneOffset.UTC),
      Source.NONE);

  public Instant instant() {
    return at.toInstant();
  }
}
