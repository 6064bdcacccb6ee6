package dev.chesterton.mail;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Zones as dates in mails name them. */
final class Zones {
  /** The widest that is in use, on the Line Islands. */
  private static final int MAX_HOURS = 14;

  /** RFC 5322, section 4.3, and the European names that mailers write beside the number. */
  private static final Map<String, Integer> HOURS = Map.ofEntries(Map.entry("UT", 0),
      Map.entry("GMT", 0), Map.entry("UTC", 0), Map.entry("Z", 0), Map.entry("EDT", -4),
      Map.entry("EST", -5), Map.entry("CDT", -5), Map.entry("CST", -6), Map.entry("MDT", -6),
      Map.entry("MST", -7), Map.entry("PDT", -7), Map.entry("PST", -8), Map.entry("WET", 0),
      Map.entry("WEST", 1), Map.entry("BST", 1), Map.entry("CET", 1), Map.entry("CEST", 2),
      Map.entry("EET", 2), Map.entry("EEST", 3), Map.entry("MSK", 3), Map.entry("JST", 9));

  private Zones() {}

  static Optional<ZoneOffset> named(String name) {
    return Optional.ofNullable(HOURS.get(name.toUpperCase(Locale.ROOT)))
        .map(ZoneOffset::ofHours);
  }

  /** {@code +0530} or {@code -7:00}; empty when no place on Earth has it. */
  static Optional<ZoneOffset> numeric(String signed) {
    String digits = signed.substring(1).replace(":", "");
    if (digits.isEmpty() || digits.length() > 4 || !areDigits(digits)) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    int hours = digits.length() <= 2 ? number : number / 100;
    int minutes = digits.length() <= 2 ? 0 : number % 100;
    if (minutes > 59 || hours * 60 + minutes > MAX_HOURS * 60) {
      return Optional.empty();
    }
    int sign = signed.charAt(0) == '-' ? -1 : 1;
    return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
  }

  private static boolean areDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
