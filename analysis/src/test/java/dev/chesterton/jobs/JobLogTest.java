package dev.chesterton.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of runs: what goes in comes out, whatever happens to the file. */
class JobLogTest {
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @TempDir
  private Path store;

  /** A run with one of everything. */
  static Job job(int minute, Optional<String> error) {
    Instant begin = NOON.plusSeconds(60L * minute);
    ArchiveRun archive = new ArchiveRun(ArchiveRun.Kind.MAILS, "linux-erofs", "/srv/erofs", 1_200,
        new ArchiveRun.Counts(5, 7, 1, 2, 1, 4_096),
        List.of(new Problem("git/0.git: 3f1c9a7b", "no header")),
        Map.of("git/0.git", "3f1c9a7b"), true, error);
    Step step = new Step("findings", 30, Map.of("checked", 3L), List.of(), Optional.empty());
    return new Job(Job.Kind.NIGHTLY, 12, begin, Optional.of(begin.plusSeconds(90)),
        List.of(archive), List.of(step),
        Optional.of(new StoreSize(8, 10, 4, 2, 4_096, 1 << 30)), List.of());
  }

  private JobLog log() {
    return new JobLog(store);
  }

  private Path file() {
    return store.resolve("jobs/jobs.jsonl");
  }

  @Test
  void runsComeBackNewestFirst() {
    assertThat(log().read().value()).isEmpty();
    Job failed = job(1, Optional.of("the disk is full"));
    log().append(job(0, Optional.empty()));
    String version = log().version();
    log().append(failed);

    assertThat(log().read().value()).containsExactly(failed, job(0, Optional.empty()));
    assertThat(log().read().problems()).isEmpty();
    assertThat(log().version()).isNotEqualTo(version);
    assertThat(failed.isGood()).isFalse();
  }

  @Test
  void halfALineIsToldAndHarmsNoOther() throws IOException {
    log().append(job(0, Optional.empty()));
    Files.writeString(file(), "{\"schema\":1,\"kind\":\"nigh", StandardOpenOption.APPEND);
    assertThat(log().read().problems()).hasSize(1);

    log().append(job(2, Optional.empty()));

    assertThat(log().read().value()).containsExactly(job(2, Optional.empty()),
        job(0, Optional.empty()));
    assertThat(log().read().problems()).singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("damaged"));
  }

  @Test
  void theStoreIsAsTheLastRunThatToldItLeftIt() throws IOException {
    assertThat(log().lastStore()).isEmpty();
    log().append(job(0, Optional.empty()));
    log().append(Job.begun(Job.Kind.INGEST, 7, Instant.EPOCH));
    Files.writeString(file(), "{", StandardOpenOption.APPEND);

    assertThat(log().lastStore()).isEqualTo(job(0, Optional.empty()).store());
  }

  @Test
  void theLastRunsAreKept() throws IOException {
    log().append(job(0, Optional.empty()));
    String line = Files.readString(file());
    Files.writeString(file(), line.repeat(JobLog.MOST_JOBS + 150));

    log().append(job(9, Optional.empty()));

    assertThat(log().read().value()).hasSize(JobLog.MOST_JOBS).startsWith(job(9, Optional.empty()));
    assertThat(Files.readAllLines(file())).hasSize(JobLog.MOST_JOBS);
  }

  @Test
  void theEndOfARunTakesThePlaceOfItsBeginning() {
    Job first = job(0, Optional.empty());
    Job killed = Job.begun(Job.Kind.NIGHTLY, 13, NOON.plusSeconds(600));
    log().append(Job.begun(Job.Kind.NIGHTLY, 12, NOON));
    log().append(killed);
    assertThat(log().read().value()).hasSize(2);

    log().append(first);
    // The clock of the next one stands still.
    log().append(Job.begun(Job.Kind.NIGHTLY, 12, NOON));

    assertThat(log().read().value()).containsExactly(Job.begun(Job.Kind.NIGHTLY, 12, NOON), first,
        killed);
    log().append(first);
    assertThat(log().read().value()).containsExactly(first, first, killed);
  }

  @Test
  void aRunWithoutAnEndGoesOnAsLongAsItsProcess() {
    Job job = Job.begun(Job.Kind.INGEST, ProcessHandle.current().pid(),
        Instant.MAX.minusSeconds(90));
    assertThat(job.isGood()).isFalse();
    assertThat(job.state(Processes.HERE)).isEqualTo(Job.State.RUNNING);
    assertThat(Job.begun(Job.Kind.INGEST, job.pid(), Instant.EPOCH).state(Processes.HERE))
        .as("a later process with its number")
        .isEqualTo(Job.State.BROKEN_OFF);
    assertThat(Job.begun(Job.Kind.INGEST, 0, NOON).state(Processes.HERE))
        .isEqualTo(Job.State.BROKEN_OFF);
  }

  @Test
  void problemsOfARunAreBounded() {
    Job job = job(0, Optional.empty());
    ArchiveRun archive = job.archives().getFirst();
    List<Problem> many = Collections.nCopies(700, new Problem("place", "x".repeat(9_000)));
    Job large = new Job(job.kind(), 12, job.begin(), job.end(),
        List.of(archive.with(many), archive.with(many)), List.of(), Optional.empty(), List.of());
    log().append(large);

    Job read = log().read().value().getFirst();

    assertThat(read.archives()).extracting(one -> one.skipped().size()).containsExactly(700, 300);
    assertThat(read.archives().getFirst().skipped().getFirst().what()).hasSize(503);
  }
}
