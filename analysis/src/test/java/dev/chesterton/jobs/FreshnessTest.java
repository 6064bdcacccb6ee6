package dev.chesterton.jobs;

import static dev.chesterton.jobs.JobLogTest.NOON;
import static dev.chesterton.jobs.JobLogTest.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.jobs.Expected.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The one line that says whether a store is fresh. */
class FreshnessTest {
  private static final Job GOOD = job(0, Optional.empty());
  private static final Job FAILED = job(60, Optional.of("No space left on device"));
  private static final Wanted EROFS = new Wanted(ArchiveRun.Kind.MAILS,
      "linux-erofs");
  private static final Wanted OTHER = new Wanted(ArchiveRun.Kind.MAILS,
      "linux-other");

  private static String words(Duration later, List<Job> jobs, Wanted... wanted) {
    Instant now = NOON.plus(later);
    Freshness freshness = Freshness.of(jobs,
        new Expected(List.of(wanted), Duration.ofHours(36)), now, (pid, _) -> pid == 1);
    assertThat(freshness.words().startsWith("STALE: ")).isEqualTo(!freshness.isFresh());
    return freshness.words();
  }

  @Test
  void aGoodRunOfToday() {
    assertThat(words(Duration.ofMinutes(14), List.of(GOOD), EROFS))
        .isEqualTo("up to date, 14 min behind");
    assertThat(words(Duration.ofMinutes(-5), List.of(GOOD))).isEqualTo("up to date, 0 min behind");
    assertThat(words(Duration.ofHours(36), List.of(GOOD))).isEqualTo("up to date, 36 h behind");
  }

  @Test
  void aRunThatFailedSinceIsTold() {
    assertThat(words(Duration.ofHours(2), List.of(FAILED, GOOD), EROFS)).isEqualTo(
        "up to date, 2 h behind; the last run failed in part: linux-erofs: No space left on device");
  }

  @Test
  void aRunThatHasNotEndedIsTold() {
    Job running = Job.begun(Job.Kind.NIGHTLY, 1, NOON.plusSeconds(3_600));
    Job killed = Job.begun(Job.Kind.NIGHTLY, 2, NOON.plusSeconds(3_600));

    assertThat(words(Duration.ofHours(2), List.of(running, GOOD), EROFS)).isEqualTo(
        "up to date, 2 h behind; a run has been under way for 60 min");
    assertThat(words(Duration.ofHours(2), List.of(killed, GOOD))).isEqualTo(
        "up to date, 2 h behind; the last run, begun 60 min ago, did not come to its end");
    assertThat(words(Duration.ofDays(3), List.of(killed, GOOD))).isEqualTo(
        "STALE: last good run of linux-erofs 3 days ago; the last run, begun 2 days ago, did not"
            + " come to its end");
    assertThat(words(Duration.ofHours(2), List.of(GOOD, killed))).isEqualTo(
        "up to date, 2 h behind");
  }

  @Test
  void aGoodRunThatIsTooLongAgo() {
    assertThat(words(Duration.ofDays(3), List.of(FAILED, GOOD), EROFS)).isEqualTo(
        "STALE: last good run of linux-erofs 3 days ago, No space left on device");
    assertThat(words(Duration.ofHours(37), List.of(GOOD)))
        .isEqualTo("STALE: last good run of linux-erofs 37 h ago");
  }

  @Test
  void anArchiveThatWasNeverRead() {
    assertThat(words(Duration.ofHours(1), List.of(GOOD), EROFS, OTHER))
        .isEqualTo("STALE: no good run of linux-other is on record");
    assertThat(words(Duration.ofHours(1), List.of(FAILED), EROFS)).isEqualTo(
        "STALE: no good run of linux-erofs is on record, No space left on device");
    assertThat(words(Duration.ofHours(1), List.of())).isEqualTo("STALE: no run is on record");
  }
}
