package dev.chesterton.web.view;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where an instant stands in a drawing, from left to right.
 *
 * @param from of the left end
 * @param to of the right end, not before {@code from}
 */
public record TimeScale(Instant from, Instant to) {

  /** Places of the ends, in percent of the width: a mark at an end stays inside, and so does the name of a month. */
  private static final int LEFT = 2;
  private static final int RIGHT = 94;

  /** Months between two ticks, of which the shortest fits that leaves few enough of them. */
  private static final List<Integer> STEPS = List.of(1, 3, 6, 12, 24, 60, 120, 240);

  private static final int MONTHS_OF_YEAR = 12;

  /** As many labels stand beside each other in a narrow window. */
  private static final int MOST_TICKS = 7;

  /**
   * A place with its name.
   *
   * @param x in percent of the width
   * @param label a year, or a year with its month
   */
  public record Tick(int x, String label) {}

  /** The place of an instant between the ends, in whole percents of the width. */
  int place(Instant at) {
    long length = to.getEpochSecond() - from.getEpochSecond();
    long passed = at.getEpochSecond() - from.getEpochSecond();
    return length == 0 ? (LEFT + RIGHT) / 2
        : LEFT + Math.toIntExact(Math.round((double) (RIGHT - LEFT) * passed / length));
  }

  /** Beginnings of months or years between the ends; none where there is none, or too many of any kind. */
  List<Tick> ticks() {
    return STEPS.stream()
        .filter(step -> last(step) - first(step) < MOST_TICKS)
        .findFirst()
        .map(this::ticks)
        .orElse(Stream.empty())
        .toList();
  }

  private Stream<Tick> ticks(int step) {
    return LongStream.rangeClosed(first(step), last(step))
        .mapToObj(number -> month(number * step))
        .map(month -> new Tick(place(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
            step < MONTHS_OF_YEAR ? month.toString() : String.valueOf(month.getYear())));
  }

  /** Number of the first tick, counted in steps from the year 0. */
  private long first(int step) {
    return Math.ceilDiv(months(from) + 1, step);
  }

  private long last(int step) {
    return Math.floorDiv(months(to), step);
  }

  private static long months(Instant at) {
    YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
    return month.getYear() * (long) MONTHS_OF_YEAR + month.getMonthValue() - 1;
  }

  private static YearMonth month(long months) {
    return YearMonth.of(Math.toIntExact(Math.floorDiv(months, (long) MONTHS_OF_YEAR)),
        Math.floorMod(months, MONTHS_OF_YEAR) + 1);
  }
}
