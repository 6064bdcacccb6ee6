package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressDisplayTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong(-5_000_000_000L);

  @Test
  void aBarShowsCountShareRateAndTimeLeft() {
    Progress progress = display(ProgressStyle.bar).begin("linux-btrfs  git/0.git", "mail");
    pass(18_000);
    progress.at(75_581, 75_581, 123_903);
    assertThat(text()).isEqualTo("\rlinux-btrfs  git/0.git  75,581 mails  "
        + "[########------]  61%  4,199/s  12 s left");
  }

  @Test
  void aBarIsDrawnFiveTimesASecondAtMost() {
    Progress progress = display(ProgressStyle.bar).begin("list  box", "mail");
    for (int step = 1; step <= 1_000; step++) {
      pass(1);
      progress.at(step, step, 1_000);
    }
    assertThat(text().chars().filter(c -> c == '\r')).hasSize(5);
  }

  @Test
  void aShorterLineCoversTheLongerOne() {
    ProgressDisplay display = display(ProgressStyle.bar);
    Progress progress = display.begin("list  box", "mail");
    pass(300);
    progress.at(1_000_000, 0, 0);
    int longer = text().length();
    pass(60_000);
    progress.at(2_000, 0, 0);
    assertThat(text().substring(longer)).startsWith("\rlist  box  2,000 mails  33/s  ")
        .hasSize(longer);
  }

  @Test
  void theLineIsTakenAwayBeforeSomethingElseIsPrinted() {
    ProgressDisplay display = display(ProgressStyle.bar);
    Progress progress = display.begin("a", "mail");
    display.clear();
    assertThat(text()).isEmpty();
    pass(300);
    progress.at(3, 0, 0);
    String drawn = text();
    display.clear();
    display.clear();
    assertThat(text()).isEqualTo(drawn + "\r" + " ".repeat(drawn.length() - 1) + "\r");
  }

  @Test
  void noLineIsLongerThanATerminalIsWide() {
    Progress progress = display(ProgressStyle.bar).begin("x".repeat(200), "mail");
    pass(300);
    progress.at(3, 1, 2);
    assertThat(text()).hasSize(1 + 79);
  }

  @Test
  void plainIsALineEachTenSeconds() {
    Progress progress = display(ProgressStyle.plain).begin("list  box", "mail");
    for (int second = 1; second <= 25; second++) {
      pass(1_000);
      progress.at(second * 10L, second, 50);
    }
    assertThat(text()).isEqualToNormalizingNewlines("""
        list  box  100 mails  20%  10/s  40 s left
        list  box  200 mails  40%  10/s  30 s left
        """);
  }

  @Test
  void noneIsSilent() {
    Progress progress = display(ProgressStyle.none).begin("list  box", "mail");
    pass(60_000);
    progress.at(1, 1, 2);
    assertThat(text()).isEmpty();
  }

  /** More mails than were there at the beginning, none yet, a total that nobody knows. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      7 | 7 | 5 | 1  | "a  7 mails  [##################]  100%  7/s  0 s left"
      0 | 0 | 5 | 1  | "a  0 mails  [------------------]  0%  0/s"
      7 | 9 | 0 | 1  | "a  7 mails  7/s"
      1 | 1 | 2 | 0  | "a  1 mail  [#########---------]  50%  1,000,000,000/s"
      1 | 1 | 121 | 1  | "a  1 mail  [------------------]  0%  1/s  2 min left"
      1 | 1 | 9001 | 1 | "a  1 mail  [------------------]  0%  1/s  2 h 30 min left"
      """)
  void oddNumbersMakeALineToo(long steps, long done, long total, long seconds, String line) {
    assertThat(new ProgressText("a", "mail", steps, done, total, Duration.ofSeconds(seconds))
        .withBar(79)).isEqualTo(line);
  }

  private ProgressDisplay display(ProgressStyle style) {
    return new ProgressDisplay(new PrintStream(bytes, true, StandardCharsets.UTF_8), now::get,
        style);
  }

  private void pass(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
