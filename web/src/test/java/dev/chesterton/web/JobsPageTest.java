package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.jobs.ArchiveRun;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.JobLog;
import dev.chesterton.jobs.Step;
import dev.chesterton.source.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the store is fresh, for people and for machines; the time of the tests stands still. */
class JobsPageTest {

  private static final String HOSTILE = "<script>alert(1)</script>\u202e\"{x}\n";

  @TempDir
  private Path folder = Path.of("");

  private Optional<TestServer> running = Optional.empty();

  @BeforeEach
  void start() {
    running = Optional.of(TestServer.of(TestServer.mail("one@example.org"), folder));
  }

  @AfterEach
  void stop() {
    running.ifPresent(TestServer::close);
  }

  private TestServer server() {
    return running.orElseThrow();
  }

  private void record(Duration ago, String name, Optional<String> error, List<Problem> skipped) {
    Instant begin = TestServer.CLOCK.instant().minus(ago);
    ArchiveRun archive = new ArchiveRun(ArchiveRun.Kind.MAILS, name, "/srv/odd", 1_500,
        new ArchiveRun.Counts(1, 2, 3, 1, skipped.size(), 1_536L * skipped.size()), skipped,
        Map.of("git/0.git", "3f1c9a7b"),
        false, error);
    Step step = new Step("findings", 20, Map.of("checked", 7L), List.of(), Optional.empty());
    new JobLog(server().store()).append(new Job(Job.Kind.NIGHTLY, 0, begin,
        Optional.of(begin.plusSeconds(60)), List.of(archive), List.of(step), Optional.empty(),
        List.of()));
  }

  @Test
  void aStoreThatWasReadLatelyIsFresh() {
    record(Duration.ofMinutes(14), "odd", Optional.empty(),
        List.of(new Problem("git/0.git: 90aa01ce", "no header found")));

    Document page = server().get("/jobs/").html();

    assertThat(page.select("main strong").eachText())
        .containsExactly("up to date, 14 min behind");
    assertThat(page.select("table.jobs tbody tr")).hasSize(1);
    assertThat(page.text()).contains("90aa01ce", "no header found", "3f1c9a7b", "checked 7",
        "1, 1.5 KiB",
        "rebuild needed", "569 days ago");
    Answer health = server().get("/healthz");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("ok\n");
    assertThat(server().get("/jobs").header("Location")).isEqualTo("/jobs/");
  }

  @Test
  void aStoreWhoseRunsFailIsStale() {
    record(Duration.ofDays(3), "odd", Optional.empty(), List.of());
    record(Duration.ofHours(5), "odd", Optional.of("No space left on device"), List.of());

    Document page = server().get("/jobs/").html();

    String words = "STALE: last good run of odd 3 days ago, No space left on device";
    assertThat(page.select("p.error[role=alert]").text()).isEqualTo(words);
    Answer health = server().get("/healthz");
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.body()).isEqualTo(words.replace("STALE", "stale") + "\n");
    JsonNode json = new JsonMapper().readTree(server().get("/jobs/.json").body());
    assertThat(json.get("fresh").asBoolean()).isFalse();
    assertThat(json.get("words").asString()).isEqualTo(words);
    assertThat(json.get("jobs")).hasSize(2);
    assertThat(server().get("/metrics").body()).contains("chesterton_fresh 0.0",
        "chesterton_archive_last_ok{archive=\"odd\",kind=\"mails\"} 0.0");
  }

  @Test
  void aRunThatWasKilledIsTold() {
    record(Duration.ofHours(5), "odd", Optional.empty(), List.of());
    new JobLog(server().store()).append(Job.begun(Job.Kind.NIGHTLY, 0,
        TestServer.CLOCK.instant().minus(Duration.ofMinutes(200))));

    String told = "; the last run, begun 3 h ago, did not come to its end";
    Document page = server().get("/jobs/").html();
    assertThat(page.select("main strong").text()).isEqualTo("up to date, 5 h behind" + told);
    assertThat(page.text()).contains("did not come to its end: its process is gone");
    Answer health = server().get("/healthz");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("ok" + told + "\n");
    assertThat(server().get("/metrics").body()).contains("chesterton_job_broken_off 1.0");
    assertThat(server().get("/jobs/.json").body()).contains("\"end\":null");
  }

  @Test
  void aStoreWhoseOnlyRunWasKilledIsStale() {
    new JobLog(server().store()).append(Job.begun(Job.Kind.NIGHTLY, 0,
        TestServer.CLOCK.instant()));
    Answer health = server().get("/healthz");
    assertThat(health.status()).isEqualTo(503);
    assertThat(health.body()).startsWith("stale: no run is on record; the last run");
  }

  @Test
  void withoutARecordNothingIsKnown() {
    assertThat(server().get("/healthz").body()).isEqualTo("stale: no run is on record\n");
    assertThat(server().get("/jobs/").text()).contains("No run is on record.");
    assertThat(server().get("/metrics").body()).contains("chesterton_mails 1.0")
        .doesNotContain("archive_last");
  }

  @Test
  void aDamagedRecordIsTold() throws Exception {
    record(Duration.ofMinutes(1), "odd", Optional.empty(), List.of());
    Files.writeString(server().store().resolve("jobs/jobs.jsonl"), "{\"kind\":",
        StandardOpenOption.APPEND);

    assertThat(server().get("/jobs/").text()).contains("a line is damaged");
    assertThat(server().get("/healthz").status()).isEqualTo(200);
  }

  @Test
  void wordsOfStrangersStayWords() {
    record(Duration.ofMinutes(1), HOSTILE, Optional.of(HOSTILE),
        Collections.nCopies(300, new Problem(HOSTILE, HOSTILE)));

    Answer page = server().get("/jobs/");

    assertThat(page.body()).doesNotContain("<script>alert").contains("U+202E");
    assertThat(page.html().select("p.cut").text()).isEqualTo("and 200 more");
    assertThat(server().get("/healthz").body()).hasLineCount(1).doesNotContain("\u202e");
    assertThat(server().get("/metrics").body())
        .contains("archive=\"<script>alert(1)</script>\u202e\\\"{x}\\n\"");
  }

  @Test
  void metricsAreInTheFormatOfPrometheus() {
    record(Duration.ofMinutes(14), "odd", Optional.empty(), List.of());
    server().get("/odd/one@example.org/");
    server().get("/odd/nobody@example.org/");

    Answer metrics = server().get("/metrics");

    assertThat(metrics.header("Content-Type").replace(" ", ""))
        .startsWith("text/plain;version=0.0.4");
    assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("chesterton_[a-z_]+(\\{.*\\})? [0-9.E+-]+"));
    assertThat(metrics.body()).contains("chesterton_store_generation 1.0", "chesterton_fresh 1.0",
        "chesterton_job_age_seconds 780.0", "# TYPE chesterton_http_requests_total counter",
        "chesterton_archive_last_new{archive=\"odd\",kind=\"mails\"} 1.0",
        "status=\"404\"} 1.0");
  }
}
