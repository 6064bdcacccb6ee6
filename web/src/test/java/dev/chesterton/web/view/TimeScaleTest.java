package dev.chesterton.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {

  private static TimeScale scale(String from, String to) {
    return new TimeScale(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
  }

  @Test
  void placesGoFromLeftToRightAndStayInside() {
    TimeScale scale = scale("2020-01-01", "2020-12-31");
    assertThat(scale.place(scale.from())).isEqualTo(2);
    assertThat(scale.place(scale.to())).isEqualTo(94);
    assertThat(scale.place(Instant.parse("2020-07-01T12:00:00Z"))).isEqualTo(48);
  }

  @Test
  void oneInstantStandsInTheMiddle() {
    TimeScale scale = scale("2020-05-05", "2020-05-05");
    assertThat(scale.place(scale.from())).isEqualTo(48);
    assertThat(scale.ticks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2020-01-05, 2020-01-25, '', ''", "2019-11-20, 2020-03-10, 2019-12, 2020-03",
    "2018-06-01, 2020-02-01, 2018-07, 2020-01", "2014-03-01, 2020-02-01, 2015, 2020",
    "2005-04-16, 2026-02-01, 2010, 2025", "1970-01-01, 2026-02-01, 1980, 2020",
    "-999999-01-01, 2026-02-01, '', ''"})
  void ticksAreFewAndFitTheLength(String from, String to, String first, String last) {
    TimeScale scale = new TimeScale(Instant.MIN.isBefore(parse(from)) ? parse(from) : Instant.MIN,
        parse(to));
    assertThat(scale.ticks()).hasSizeLessThanOrEqualTo(7);
    assertThat(scale.ticks().stream().map(TimeScale.Tick::label).findFirst().orElse(""))
        .isEqualTo(first);
    assertThat(scale.ticks().reversed().stream().map(TimeScale.Tick::label).findFirst().orElse(""))
        .isEqualTo(last);
    assertThat(scale.ticks().stream().map(TimeScale.Tick::x)).isSorted()
        .allMatch(x -> x >= 0 && x <= 100);
  }

  private static Instant parse(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }
}
