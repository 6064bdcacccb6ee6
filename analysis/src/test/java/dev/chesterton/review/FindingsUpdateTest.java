package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.Checkout;
import dev.chesterton.Git;
import dev.chesterton.MailEpoch;
import dev.chesterton.SampleStore;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.history.SourceTree;
import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.index.Progress;
import dev.chesterton.index.Records;
import dev.chesterton.index.Records.Entry;
import dev.chesterton.index.RecordsUpdate;
import dev.chesterton.settings.RuleSwitch;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept findings, brought up to date night after night, are those that are made from scratch. */
class FindingsUpdateTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final List<String> WORKER = MailEpoch.sample("removed-worker.mbox");
  private static final List<String> OTHERS = List.of("colliding-series.mbox",
      "harmless-removal.mbox", "truth-value-compared.mbox", "lock-discussion.mbox")
      .stream()
      .flatMap(name -> MailEpoch.sample(name).stream())
      .toList();
  private static final String REMOVAL = mail(SampleStore.REMOVAL);

  @TempDir
  private Path folder;

  private final MailEpoch epoch = new MailEpoch();
  private RuleBook rules = RuleBook.ofProgram();

  private static String mail(String id) {
    return WORKER.stream()
        .filter(mail -> mail.contains("Message-ID: <" + id + ">"))
        .findFirst()
        .orElseThrow();
  }

  /** The commits are there from the start. */
  @BeforeEach
  void readTree() throws IOException {
    readTree(store());
  }

  private void readTree(Path store) throws IOException {
    Git.fastImport(Checkout.sample("trees/cairnfs.fi"), folder.resolve("cairnfs.git"));
    try (IndexUpdate update = IndexUpdate.open(store, "test"); SourceTree tree = tree()) {
      new Ingest(update, ReadLimits.DEFAULT).commits(tree, Optional.empty());
    }
  }

  private SourceTree tree() {
    return SourceTree.open(folder.resolve("cairnfs.git"), SampleStore.TREE);
  }

  private Path store() {
    return folder.resolve("store");
  }

  /** What the epoch has by now into a store. */
  private void readMails(Path store) throws IOException {
    Path bare = epoch.write(folder.resolve("0.git"));
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      MailSources.open(bare, ReadLimits.DEFAULT)
          .forEach(source -> new Ingest(update, ReadLimits.DEFAULT).mails("cairn", source));
    }
  }

  private FindingsReport update(Path store, Progress progress) {
    try (Index index = Index.open(store)) {
      return new FindingsUpdate(store, index, rules, progress)
          .run(NOW);
    }
  }

  private FindingsReport night() throws IOException {
    readMails(store());
    return update(store(), Progress.SILENT);
  }

  private static List<Entry> records(Path store) {
    try (Records records = Records.open(store, KeptFindings.FOLDER).orElseThrow()) {
      return records.newestFirst(Optional.empty(), 1_000);
    }
  }

  private List<Entry> fromScratch() throws IOException {
    Path other = folder.resolve("scratch");
    readTree(other);
    readMails(other);
    update(other, Progress.SILENT);
    return records(other);
  }

  private void assertAsFromScratch() throws IOException {
    assertThat(records(store())).isNotEmpty().isEqualTo(fromScratch());
  }

  @Test
  void theFirstNightLooksAtEveryPatch() throws IOException {
    epoch.add(WORKER).add(OTHERS);

    FindingsReport report = night();

    KeptFindings kept = KeptFindings.read(store(), 100).orElseThrow();
    assertThat(report.whole()).isTrue();
    assertThat(report.checked()).isEqualTo(kept.patches()).isPositive();
    assertThat(report.failed()).isEmpty();
    assertThat(kept.flagged()).isEqualTo(report.flagged());
    assertThat(kept.made()).isEqualTo(NOW);
    assertThat(kept.strongest()).extracting(patch -> patch.head().key())
        .contains(SampleStore.REMOVAL);
  }

  @Test
  void aNightWithoutNewsDoesNothing() throws IOException {
    epoch.add(WORKER);
    night();
    long version = KeptFindings.version(store());

    assertThat(night()).isEqualTo(new FindingsReport(false, 0, 0, List.of()));
    assertThat(KeptFindings.version(store())).isEqualTo(version);
  }

  @Test
  void onlyThreadsThatHaveAMailMoreAreLookedAt() throws IOException {
    epoch.add(WORKER.subList(0, WORKER.size() - 1)).add(OTHERS);
    night();
    epoch.add(WORKER.getLast());

    FindingsReport report = night();

    assertThat(report).isEqualTo(new FindingsReport(false, 1, 1, List.of()));
    assertAsFromScratch();
  }

  @Test
  void aWholeSeriesIsLookedAtOnceHoweverManyMailsItGot() throws IOException {
    List<String> colliding = MailEpoch.sample("colliding-series.mbox");
    epoch.add(WORKER).add(colliding.getFirst());
    night();
    epoch.add(colliding.subList(1, colliding.size()));

    FindingsReport report = night();

    assertThat(report.checked()).isEqualTo(2);
    assertAsFromScratch();
  }

  @Test
  void newMailsDayByDay() throws IOException {
    epoch.add(OTHERS);
    for (String mail : WORKER) {
      epoch.add(mail);
      night();
    }

    assertAsFromScratch();
  }

  @Test
  void aReplyThatComesLateMovesTheDateOfItsThread() throws IOException {
    epoch.add(WORKER).add(OTHERS);
    night();
    List<Entry> before = records(store());
    epoch.add("""
        From: Late <late@example.org>
        Subject: Re: [PATCH] cairnfs: remove the writepage fixup worker
        Date: Tue, 02 Jul 2024 09:00:00 +0000
        Message-ID: <late@example.org>
        In-Reply-To: <%s>

        It was needed, I think.
        """.formatted(SampleStore.REMOVAL));

    FindingsReport report = night();

    assertThat(report.checked()).isEqualTo(1);
    assertThat(records(store())).isNotEqualTo(before);
    assertThat(KeptFindings.read(store(), 100).orElseThrow().strongest())
        .filteredOn(patch -> patch.head().key().equals(SampleStore.REMOVAL))
        .extracting(FlaggedPatch::lastMail)
        .containsExactly(Instant.parse("2024-07-02T09:00:00Z"));
    assertAsFromScratch();
  }

  @Test
  void aNewVersionIsFlaggedToo() throws IOException {
    epoch.add(WORKER).add(OTHERS);
    long before = night().flagged();
    epoch.add(REMOVAL.replace("<" + SampleStore.REMOVAL + ">", "<v2@example.com>")
        .replace("[PATCH]", "[PATCH v2]")
        .replaceFirst("Date: .*", "Date: Mon, 17 Jun 2024 09:45:17 +0000"));

    FindingsReport report = night();

    assertThat(report).isEqualTo(new FindingsReport(false, 1, 1, List.of()));
    assertThat(records(store())).hasSize((int) before + 1);
    assertAsFromScratch();
  }

  @Test
  void aFlaggedPatchThatIsTakenBackIsDropped() throws IOException {
    epoch.add(WORKER).add(OTHERS);
    long before = night().flagged();
    epoch.takeBack(REMOVAL);

    FindingsReport report = night();

    assertThat(report.whole()).isFalse();
    assertThat(records(store())).hasSize((int) before - 1);
    assertAsFromScratch();
  }

  @Test
  void evidenceThatIsTakenBackIsForgotten() throws IOException {
    epoch.add(WORKER).add(OTHERS);
    long before = night().flagged();
    List<Entry> with = records(store());
    WORKER.stream().filter(mail -> !mail.contains(SampleStore.REMOVAL)).forEach(epoch::takeBack);

    FindingsReport report = night();

    assertThat(report.checked()).isEqualTo(before);
    assertThat(records(store())).isNotEqualTo(with);
    assertAsFromScratch();
  }

  @Test
  void aKilledUpdateGoesOnWhereItsRecordsEnd() throws IOException {
    epoch.add(WORKER).add(OTHERS);
    for (int i = 0; i < 2 * FindingsUpdate.PAGE; i++) {
      epoch.add(letterWithPatch(i));
    }
    readMails(store());
    assertThatThrownBy(() -> update(store(), (steps, _, _) -> {
      if (steps > FindingsUpdate.PAGE + 10) {
        throw new IllegalStateException("killed");
      }
    })).hasMessage("killed");
    assertThat(KeptFindings.read(store(), 100)).isEmpty();
    epoch.add(letterWithPatch(0).replace("patch0@", "another@"));

    FindingsReport report = night();

    assertThat(report.whole()).isTrue();
    assertThat(report.checked()).isBetween((long) FindingsUpdate.PAGE, 2L * FindingsUpdate.PAGE);
    assertAsFromScratch();
  }

  /** A patch that takes nothing away. */
  private static String letterWithPatch(int number) {
    return """
        From: Ann <ann@example.org>
        Subject: [PATCH] cairnfs: line %1$d
        Date: Mon, 10 Jun 2024 09:45:17 +0000
        Message-ID: <patch%1$d@example.org>

        Adds one.
        ---
        diff --git a/fs/cairnfs/b.c b/fs/cairnfs/b.c
        --- a/fs/cairnfs/b.c
        +++ b/fs/cairnfs/b.c
        @@ -1,1 +1,2 @@
         int a;
        +int number%1$d;
        """.formatted(number);
  }

  @Test
  void otherRulesMakeAllAnew() throws IOException {
    epoch.add(WORKER);
    long before = night().flagged();
    rules = rules.with(Map.of("removed-worker", RuleSwitch.OFF, "removed-fix", RuleSwitch.OFF,
        "removed-guard", RuleSwitch.OFF));

    FindingsReport report = night();

    assertThat(before).isPositive();
    assertThat(report.whole()).isTrue();
    assertThat(report.flagged()).isZero();
    assertThat(records(store())).isEmpty();
  }

  @Test
  void aStoreMadeAnewIsLookedAtAsAWhole() throws IOException {
    epoch.add(WORKER);
    night();
    Path findings = store().resolve(KeptFindings.FOLDER);
    epoch.takeBack(REMOVAL);
    Path other = folder.resolve("other");
    readTree(other);
    readMails(other);
    Files.move(findings, other.resolve(KeptFindings.FOLDER));

    FindingsReport report = update(other, Progress.SILENT);

    assertThat(report.whole()).isTrue();
    assertThat(records(other)).extracting(Entry::key).doesNotContain(SampleStore.REMOVAL);
  }

  @Test
  void recordsOfAnotherSchemaGiveWay() throws IOException {
    epoch.add(WORKER);
    try (RecordsUpdate records = RecordsUpdate.open(store(), KeptFindings.FOLDER)) {
      records.put(new Entry("x", NOW, "of another time"));
      records.commit("{\"schema\":0}");
    }
    assertThat(KeptFindings.read(store(), 100)).isEmpty();

    night();

    assertThat(records(store())).extracting(Entry::key).doesNotContain("x");
    assertAsFromScratch();
  }
}
