package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that pass mails over, or write nothing. */
class PartialRunsTest {
  private static final Instant LATER = Instant.parse("2022-06-24T12:30:00Z");

  @TempDir
  private Path folder;
  private Path store = Path.of("");
  private Path epoch = Path.of("");

  @BeforeEach
  void make() throws IOException {
    store = folder.resolve("store");
    epoch = new EpochStream().commit("m", letter("1@x").minute(10))
        .commit("m", letter("2@x").minute(40))
        .commit("m", letter("3@x").minute(20))
        .commit("m", letter("4@x").minute(50))
        .commit("d", letter("4@x").minute(50))
        .commit("m", letter("5@x").minute(30))
        .write(folder.resolve("0.git"));
  }

  @Test
  void earlierMailsArePassedOverAndCounted() {
    assertThat(since()).isEqualTo(new IngestReport(3, 0, 1, 0, List.of(), 0, 2, false, false));
    assertThat(Stores.mail(store, "1@x")).isEmpty();
    assertThat(Stores.mail(store, "5@x")).isPresent();
  }

  @Test
  void againIsTheSame() {
    since();
    List<String> before = Everything.of(store);
    assertThat(since().passedOver()).isEqualTo(2);
    assertThat(Everything.of(store)).isEqualTo(before);
  }

  @Test
  void aLaterRunReadsWhatWasPassedOver() {
    since();
    IngestReport report = ingest(store, "list", source());
    assertThat(report.passedOver()).isZero();
    assertThat(Everything.of(store)).isEqualTo(fresh());
    assertThat(Index.sources(store)).isEqualTo(Index.sources(folder.resolve("fresh")));
  }

  @Test
  void whatIsKnownStays() {
    ingest(store, "list", source());
    List<String> before = Everything.of(store);
    since();
    assertThat(Everything.of(store)).isEqualTo(before);
  }

  @Test
  void theArchiveIsRememberedForARebuild() {
    since();
    assertThat(Index.sources(store))
        .containsExactly(new KnownSource.Mails("list", epoch.toString()));
  }

  @Test
  void aDryRunSaysWhatWouldBeAndMakesNothing() {
    assertThat(dryRun()).isEqualTo(new IngestReport(5, 0, 1, 0, List.of(), 0));
    assertThat(Files.exists(store)).isFalse();
  }

  @Test
  void aDryRunOverAStoreThatIsUpToDateSaysNothingIsNew() {
    ingest(store, "list", source());
    assertThat(dryRun()).isEqualTo(new IngestReport(0, 0, 0, 0, List.of(), 0));
  }

  @Test
  void aDryRunNoticesARewrittenEpoch() throws IOException {
    ingest(store, "list", source());
    Git.run(epoch, "update-ref", "-d", "refs/heads/master");
    new EpochStream().commit("m", letter("1@x").minute(10))
        .commit("m", letter("6@x").minute(40))
        .write(epoch);
    IngestReport said = dryRun();
    assertThat(said).isEqualTo(ingest(store, "list", source()));
    assertThat(said.removed()).isEqualTo(3);
  }

  @Test
  void aDryRunNeedsNoLock() {
    ingest(store, "list", source());
    try (IndexUpdate _ = IndexUpdate.open(store, "test")) {
      assertThat(dryRun().added()).isZero();
    }
  }

  private IngestReport since() {
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      return new Ingest(update.since(LATER), ReadLimits.DEFAULT).mails("list", source());
    }
  }

  private IngestReport dryRun() {
    try (IndexUpdate update = IndexUpdate.dryRun(store)) {
      return new Ingest(update, ReadLimits.DEFAULT).mails("list", source());
    }
  }

  private List<String> fresh() {
    ingest(folder.resolve("fresh"), "list", source());
    return Everything.of(folder.resolve("fresh"));
  }

  private MailSource source() {
    return MailSources.open(epoch, ReadLimits.DEFAULT).getFirst();
  }
}
