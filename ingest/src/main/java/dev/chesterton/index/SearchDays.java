package dev.chesterton.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days of a search, {@code FROM..UNTIL} in UTC: years, months or days, either end open, or one for itself. */
final class SearchDays {
  private static final Pattern DAY = Pattern
      .compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?|([0-9]{4})([0-9]{2})([0-9]{2})");

  private SearchDays() {}

  /** @param start where it stands in the search, for the message */
  static Criterion read(String value, int start) {
    int dots = value.indexOf("..");
    String from = dots < 0 ? value : value.substring(0, dots);
    String until = dots < 0 ? value : value.substring(dots + 2);
    if (from.isEmpty() && until.isEmpty()) {
      throw wrong(value, start);
    }
    return new Criterion.Between(
        from.isEmpty() ? Instant.MIN : Days.read(from, start).begin(),
        until.isEmpty() ? Instant.MAX : Days.read(until, start).end());
  }

  private static SearchMistake wrong(String value, int start) {
    return new SearchMistake(start,
        "'" + value + "' is no day: write 2022, 2022-06 or 2022-06-24");
  }

  /** A year, a month or a day. */
  private record Days(LocalDate first, Period length) {

    static Days read(String day, int start) {
      Matcher matcher = DAY.matcher(day);
      if (!matcher.matches()) {
        throw wrong(day, start);
      }
      try {
        return matcher.group(4) == null ? dashed(matcher) : new Days(date(matcher, 4), DAY_LONG);
      } catch (DateTimeException e) {
        throw wrong(day, start);
      }
    }

    private static final Period DAY_LONG = Period.ofDays(1);

    private static Days dashed(Matcher matcher) {
      if (matcher.group(3) != null) {
        return new Days(date(matcher, 1), DAY_LONG);
      }
      int year = Integer.parseInt(matcher.group(1));
      return matcher.group(2) == null
          ? new Days(LocalDate.of(year, 1, 1), Period.ofYears(1))
          : new Days(LocalDate.of(year, Integer.parseInt(matcher.group(2)), 1), Period.ofMonths(1));
    }

    private static LocalDate date(Matcher matcher, int group) {
      return LocalDate.of(Integer.parseInt(matcher.group(group)),
          Integer.parseInt(matcher.group(group + 1)), Integer.parseInt(matcher.group(group + 2)));
    }

    Instant begin() {
      return first.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Its last second. */
    Instant end() {
      return first.plus(length).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1);
    }
  }
}
