package dev.chesterton.web.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates as every page writes them: ISO order, with the zone where there is a time of day. */
public final class Dates {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
      .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter
      .ofPattern("uuuu-MM-dd HH:mm xx");

  private Dates() {}

  /** In UTC. */
  public static String day(Instant instant) {
    return DAY.format(instant);
  }

  /** In the zone of the sender. */
  public static String minute(OffsetDateTime at) {
    return MINUTE.format(at);
  }

  /** In UTC. */
  public static String minute(Instant instant) {
    return minute(instant.atOffset(ZoneOffset.UTC));
  }
}
