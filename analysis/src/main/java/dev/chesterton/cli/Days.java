package dev.chesterton.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Days as users write them. */
final class Days {
  private Days() {}

  /** When a day begins (UTC); an instant is taken as it is. */
  static Instant begin(String text, String option) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new InputException(ExitCode.USAGE, option + " '" + text
          + "' is neither a date (2022-06-24) nor an instant (2022-06-24T12:00:00Z)");
    }
  }
}
