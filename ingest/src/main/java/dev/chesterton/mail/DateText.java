package dev.chesterton.mail;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A date as mailers and people write it: RFC 5322, section 3.3 with the obsolete forms of 4.3, {@code ctime}, ISO 8601,
 * and the {@code Fri Jun 24 2022 - 09:51:22 EST} of web archives. Words that are none of year, month, day, time and zone
 * are passed over.
 */
final class DateText {
  private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun",
      "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int MAX_CHARS = 200;
  private static final int UNSET = -1;

  private int year = UNSET;
  private int month = UNSET;
  private int day = UNSET;
  private int hour = UNSET;
  private int minute;
  private int second;
  private Optional<ZoneOffset> zone = Optional.empty();
  private String zoneText = "";

  private DateText() {}

  /**
   * The date a text names; empty when it names none.
   *
   * @param source names the header in the problems
   */
  static Optional<OffsetDateTime> parse(String text, String source, ProblemList problems) {
    DateText date = new DateText();
    for (String word : words(text)) {
      date.take(word);
    }
    Optional<OffsetDateTime> parsed = date.build();
    if (parsed.isPresent() && date.zone.isEmpty()) {
      problems.add(source + (date.zoneText.isEmpty()
          ? " has no zone; UTC is assumed"
          : " has the zone " + ProblemList.quoted(date.zoneText) + "; UTC is assumed"));
    }
    return parsed;
  }

  /** Comments dropped, {@code 2022-06-24T10:00Z} and {@code 24-Jun-2022} opened at their joints. */
  private static List<String> words(String text) {
    StringBuilder open = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < Math.min(text.length(), MAX_CHARS); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
      boolean joint = c == ',' || c == '(' || c == ')' || (c == '-' && isJoint(text, i))
          || (c == 'T' && i > 0 && isDigit(text.charAt(i - 1)));
      if (depth == 0) {
        boolean zulu = c == 'Z' && i > 0 && isDigit(text.charAt(i - 1));
        boolean sign = (c == '+' || c == '-') && !joint;
        open.append(joint || zulu || sign ? " " : "");
        if (!joint) {
          open.append(c);
        }
      }
    }
    return split(open.toString().strip());
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSpace(text.charAt(i))) {
        if (start < i) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** A dash inside a date, not the sign of a zone behind a time. */
  private static boolean isJoint(String text, int dash) {
    boolean behindTime = text.lastIndexOf(':', dash) >= 0;
    boolean alone = dash + 1 >= text.length() || text.charAt(dash + 1) == ' ';
    return alone || !behindTime;
  }

  private void take(String word) {
    char first = word.charAt(0);
    if (word.indexOf(':') > 0 && isDigit(first)) {
      time(word);
    } else if (isNumber(word)) {
      number(word);
    } else if ((first == '+' || first == '-') && hour != UNSET) {
      zoneText = word;
      zone = Zones.numeric(word);
    } else if (Character.isLetter(first)) {
      name(word.toLowerCase(Locale.ROOT), word);
    }
  }

  private void name(String lower, String word) {
    int index = MONTHS.indexOf(lower.substring(0, Math.min(3, lower.length())));
    if (index >= 0 && month == UNSET) {
      month = index + 1;
    } else if (lower.equals("pm") && hour < 12) {
      hour += 12;
    } else if (hour != UNSET && zone.isEmpty() && zoneText.isEmpty()
        && !lower.equals("am") && !lower.equals("pm")) {
      zoneText = word;
      zone = Zones.named(word);
    }
  }

  private void number(String digits) {
    int number = digits.length() > 4 ? UNSET : Integer.parseInt(digits);
    if (digits.length() >= 3) {
      year = year == UNSET && number != UNSET ? number + (digits.length() == 3 ? 1900 : 0) : year;
    } else if (year != UNSET && month == UNSET) {
      month = number;
    } else if (day == UNSET) {
      day = number;
    } else if (year == UNSET) {
      // RFC 5322, section 4.3: two digits up to 49 are of this century.
      year = number + (number < 50 ? 2000 : 1900);
    }
  }

  private void time(String word) {
    String[] parts = word.split(":", 4);
    int[] values = new int[3];
    for (int i = 0; i < Math.min(3, parts.length); i++) {
      String digits = parts[i].contains(".")
          ? parts[i].substring(0, parts[i].indexOf('.'))
          : parts[i];
      if (digits.length() > 2 || !isNumber(digits)) {
        return;
      }
      values[i] = Integer.parseInt(digits);
    }
    hour = values[0];
    minute = values[1];
    // A leap second is the last one before it.
    second = Math.min(values[2], 59);
  }

  private Optional<OffsetDateTime> build() {
    if (year == UNSET || month == UNSET || day == UNSET) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.of(year, month, day, Math.max(hour, 0), minute, second)
          .atOffset(zone.orElse(ZoneOffset.UTC)));
    } catch (DateTimeException e) {
      // The 31st of February, 25 o'clock: no date.
      return Optional.empty();
    }
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isDigit(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
