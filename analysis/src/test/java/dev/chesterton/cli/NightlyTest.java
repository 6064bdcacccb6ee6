package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.Git;
import dev.chesterton.InboxServer;
import dev.chesterton.MailEpoch;
import dev.chesterton.SampleStore;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.jobs.ArchiveRun;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.JobLog;
import dev.chesterton.review.KeptFindings;
import dev.chesterton.source.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives and a tree of the settings, night after night. */
class NightlyTest {
  private static final List<String> MAILS = MailEpoch.sample("removed-worker.mbox");

  @TempDir
  private Path folder;

  private final MailEpoch epoch = new MailEpoch();
  private TestOutside outside = new TestOutside(Path.of(""));

  @BeforeEach
  void writeSettings() throws IOException {
    Git.fastImport(Checkout.sample("trees/cairnfs.fi"), folder.resolve("tree"));
    epoch.add(MAILS.subList(0, MAILS.size() - 1)).write(folder.resolve("cairn/git/0.git"));
    configure("");
  }

  private void configure(String more) throws IOException {
    Files.writeString(folder.resolve("config"), """
        [chesterton]
          store = store
        [archive "cairn"]
          path = cairn
        [tree "cairnfs"]
          path = tree
        """ + more);
  }

  private int nightly(String... arguments) {
    outside = new TestOutside(folder);
    List<String> all = new ArrayList<>(
        List.of("--config-file", folder.resolve("config").toString(), "nightly"));
    all.addAll(List.of(arguments));
    return outside.run(all.toArray(String[]::new));
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Job lastJob() {
    return new JobLog(store()).read().value().getFirst();
  }

  @Test
  void twoNightsWithNewsInBetween() throws IOException {
    assertThat(nightly()).as(() -> outside.err()).isZero();
    assertThat(outside.out()).contains("cairn", "cairnfs", "findings");
    Job first = lastJob();
    assertThat(first.isGood()).isTrue();
    assertThat(first.archives()).extracting(ArchiveRun::name).containsExactly("cairn", "cairnfs");
    assertThat(first.archives()).extracting(run -> run.counts().added())
        .containsExactly((long) MAILS.size() - 1, 16L);
    assertThat(first.archives().getFirst().heads()).containsOnlyKeys("git/0.git");
    assertThat(first.archives().getLast().heads()).hasSize(1);
    assertThat(first.steps().getFirst().counts()).containsEntry("whole", 1L);
    KeptFindings before = KeptFindings.read(store(), 10).orElseThrow();

    epoch.add(MAILS.getLast()).write(folder.resolve("cairn/git/0.git"));
    assertThat(nightly()).isZero();

    Job second = lastJob();
    assertThat(second.archives()).extracting(run -> run.counts().added()).containsExactly(1L, 0L);
    assertThat(second.steps().getFirst().counts()).containsEntry("checked", 1L)
        .containsEntry("whole", 0L);
    assertThat(second.store().orElseThrow().generation())
        .isGreaterThan(first.store().orElseThrow().generation());
    KeptFindings after = KeptFindings.read(store(), 10).orElseThrow();
    assertThat(after.flagged()).isEqualTo(before.flagged());
    assertThat(after.strongest().getFirst().head().key()).isEqualTo(SampleStore.REMOVAL);

    assertThat(nightly()).isZero();
    assertThat(lastJob().steps().getFirst().counts()).containsEntry("checked", 0L);
    assertThat(lastJob().store().orElseThrow().counts())
        .isEqualTo(second.store().orElseThrow().counts());
  }

  @Test
  void mailOfAServerIsCopiedAndReadAndWhatItPurgesGoes() throws IOException {
    Path served = folder.resolve("www/cairn/git/0.git");
    epoch.write(served);
    try (InboxServer server = new InboxServer(folder.resolve("www"))) {
      server.publish();
      Files.writeString(folder.resolve("config"), """
          [chesterton]
            store = store
          [archive "cairn"]
            url = %s
          """.formatted(server.address("cairn/")));

      assertThat(nightly("--no-findings")).as(() -> outside.err()).isZero();
      assertThat(lastRun().counts().added()).isEqualTo(MAILS.size() - 1);

      epoch.add(MAILS.getLast()).write(served);
      server.publish();
      assertThat(nightly("--no-findings")).isZero();
      assertThat(lastRun().counts().added()).isEqualTo(1);

      new MailEpoch().add(MAILS.subList(1, MAILS.size())).write(served);
      server.publish();
      assertThat(nightly("--no-findings")).isZero();
      assertThat(lastRun().rewritten()).isTrue();
      assertThat(lastRun().counts().removed()).isEqualTo(1);
      assertThat(lastRun().counts().added()).isZero();
    }
    // The server is away: what is here stays, and the run says that something was left out.
    assertThat(nightly("--no-findings")).isEqualTo(3);
    assertThat(lastRun().counts().removed()).isZero();
  }

  private ArchiveRun lastRun() {
    return lastJob().archives().getFirst();
  }

  @Test
  void whatIsNotWantedIsLeftOut() {
    assertThat(nightly("--no-findings", "--no-mirror")).isZero();
    assertThat(lastJob().steps()).isEmpty();
    assertThat(KeptFindings.read(store(), 10)).isEmpty();
  }

  @Test
  void aSecondRunNamesTheFirst() {
    try (ProcessLock _ = NightlyCommand.lock(store(), "pid 12 since yesterday")) {
      assertThat(nightly()).isEqualTo(75);
      assertThat(outside.err()).contains("pid 12 since yesterday").hasLineCount(1);
    }
    assertThat(nightly()).isZero();
  }

  @Test
  void aRunIsOnRecordFromItsBeginningOn() throws IOException {
    assertThat(nightly("--no-findings", "--no-mirror")).isZero();
    List<String> lines = Files.readAllLines(store().resolve("jobs/jobs.jsonl"));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("\"kind\":\"nightly\"", "\"end\":null",
        "\"pid\":" + ProcessHandle.current().pid());
    assertThat(new JobLog(store()).read().value()).containsExactly(lastJob());
    assertThat(lastJob().end()).isPresent();
  }

  @Test
  void whatFailsHindersNothingElse() throws IOException {
    configure("""
        [archive "away"]
          path = nowhere
        [archive "remote"]
          url = http://127.0.0.1:1/remote/
        """);

    assertThat(nightly()).isEqualTo(3);

    Job job = lastJob();
    assertThat(job.isGood()).isFalse();
    assertThat(job.errors()).singleElement().asString().startsWith("mirror remote: ");
    assertThat(job.archives()).filteredOn(run -> !run.isGood())
        .extracting(ArchiveRun::name)
        .containsExactlyInAnyOrder("away", "remote");
    assertThat(job.steps()).extracting(step -> step.name()).contains("findings");
  }

  @Test
  void anotherWriterOfTheStoreIsNamed() {
    assertThat(nightly()).isZero();
    try (var _ = IndexUpdate.open(store(), "pid 34 since noon")) {
      assertThat(nightly()).isEqualTo(75);
      assertThat(outside.err()).contains("pid 34 since noon");
    }
    Job job = lastJob();
    assertThat(job.errors()).isNotEmpty();
    assertThat(job.archives()).noneMatch(ArchiveRun::isGood);
  }

  @Test
  void withoutSettingsThereIsNothingToDo() throws IOException {
    Files.writeString(folder.resolve("config"), "[chesterton]\n  store = store\n");
    assertThat(nightly()).isEqualTo(2);
    assertThat(store()).doesNotExist();
  }

  @Test
  void ingestByHandIsOnRecordToo() {
    outside = new TestOutside(folder);
    int exit = outside.run("--store", store().toString(), "ingest", "--list", "cairn",
        folder.resolve("cairn").toString());

    assertThat(exit).isZero();
    assertThat(lastJob().kind()).isEqualTo(Job.Kind.INGEST);
    assertThat(lastJob().archives()).singleElement()
        .satisfies(run -> assertThat(run.heads()).containsOnlyKeys("git/0.git"));
  }
}
