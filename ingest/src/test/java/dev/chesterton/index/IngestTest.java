package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.checkpoint;
import static dev.chesterton.index.Stores.ingest;
import static dev.chesterton.index.Stores.mail;
import static dev.chesterton.index.Stores.mails;
import static dev.chesterton.index.Stores.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

  @TempDir
  private Path folder;
  private Path store = Path.of("");

  @BeforeEach
  void name() {
    store = folder.resolve("store");
  }

  @Test
  void readsAnMboxWithItsPatches() {
    IngestReport report = ingest(store, "cairnfs", mbox("removed-worker"));

    assertThat(report).isEqualTo(new IngestReport(23, 0, 0, 10, List.of(), 0));
    StoreSummary summary = summary(store);
    assertThat(summary.mails()).isEqualTo(23);
    assertThat(summary.patches()).isEqualTo(10);
    assertThat(summary.commits()).isZero();
    assertThat(summary.archives()).singleElement()
        .satisfies(span -> assertThat(span.name()).isEqualTo("cairnfs"),
            span -> assertThat(span.count()).isEqualTo(23),
            span -> assertThat(span.first()).isEqualTo("2011-06-28T17:14:36Z"),
            span -> assertThat(span.last()).isEqualTo("2024-06-11T13:22:09Z"));
  }

  @Test
  void headSaysWhatAListShows() {
    ingest(store, "cairnfs", mbox("removed-worker"));

    StoredMail mail = mail(store, "20240610094517.71802-1-colm.brady@example.com")
        .orElseThrow();

    assertThat(mail.head().title())
        .isEqualTo("[PATCH] cairnfs: remove cairnfs_writepage_cow_fixup");
    assertThat(mail.head().kind()).isEqualTo(Head.MailKind.PATCH);
    assertThat(mail.head().author().address()).isEqualTo("colm.brady@example.com");
    assertThat(mail.head().instant()).isEqualTo("2024-06-10T09:45:17Z");
    assertThat(mail.head().lists()).containsExactly("cairnfs");
    assertThat(mail.posting().message().id()).isEqualTo(mail.head().id());
    assertThat(new String(mail.raw().bytes(), StandardCharsets.UTF_8))
        .contains("Message-ID: <20240610094517.71802-1-colm.brady@example.com>");
    assertThat(mail.place()).contains("removed-worker.mbox:");
  }

  @Test
  void secondRunReadsTheLastMailAgainAndCommitsNothing() {
    ingest(store, "cairnfs", mbox("removed-worker"));
    StoreSummary before = summary(store);

    IngestReport report = ingest(store, "cairnfs", mbox("removed-worker"));

    assertThat(report).isEqualTo(new IngestReport(0, 1, 0, 0, List.of(), 0));
    assertThat(summary(store)).isEqualTo(before);
    assertThat(before.generation()).isEqualTo(1);
  }

  @Test
  void readsAnEpochOnFromItsCheckpoint() throws IOException {
    EpochStream stream = new EpochStream().commit("m", letter("1@x")).commit("m", letter("2@x"));
    Path epoch = stream.write(folder.resolve("0.git"));
    List<String> commits = EpochStream.commits(epoch);

    assertThat(ingest(store, "list", source(epoch)).added()).isEqualTo(2);
    assertThat(checkpoint(store, "list " + source(epoch).name()))
        .isEqualTo(new Checkpoint(commits.getLast()));

    IngestReport second = ingest(store, "list", source(epoch));

    assertThat(second).isEqualTo(new IngestReport(0, 0, 0, 0, List.of(), 0));
    assertThat(summary(store).generation()).isEqualTo(1);
  }

  @Test
  void fileDTakesAMailBack() throws IOException {
    Path epoch = new EpochStream().commit("m", letter("1@x"))
        .commit("m", letter("2@x"))
        .commit("d", letter("1@x"))
        .write(folder.resolve("0.git"));

    IngestReport report = ingest(store, "list", source(epoch));

    assertThat(report).isEqualTo(new IngestReport(2, 0, 1, 0, List.of(), 0));
    assertThat(mail(store, "1@x")).isEmpty();
    assertThat(mail(store, "2@x")).isPresent();
    assertThat(summary(store).mails()).isEqualTo(1);
  }

  @Test
  void mailThatWasTakenBackMayComeAgain() throws IOException {
    Path epoch = new EpochStream().commit("m", letter("1@x"))
        .commit("d", letter("1@x"))
        .commit("m", letter("1@x"))
        .write(folder.resolve("0.git"));

    assertThat(ingest(store, "list", source(epoch)).added()).isEqualTo(2);
    assertThat(mails(store, "1@x")).hasSize(1);
  }

  @Test
  void missingMailIsNamedAndTheRestIsIn() throws IOException {
    Path epoch = new EpochStream().commit("m", letter("1@x"))
        .commit("m", letter("2@x"))
        .commit("m", letter("3@x"))
        .write(folder.resolve("0.git"));
    String lost = EpochStream.commits(epoch).get(1);
    EpochStream.lose(epoch, lost);

    IngestReport report = ingest(store, "list", source(epoch));

    assertThat(report.added()).isEqualTo(2);
    assertThat(report.skipped()).singleElement()
        .satisfies(problem -> assertThat(problem.where()).isEqualTo(epoch + ": " + lost));
    assertThat(mail(store, "3@x")).isPresent();
  }

  @Test
  void archiveThatBreaksOffIsReadAsFarAsItGoes() {
    List<Arrival> steps = IntStream.rangeClosed(1, 7)
        .<Arrival>mapToObj(i -> new Arrival.Arrived(letter(i + "@x").mail(),
            new Checkpoint("step " + i)))
        .toList();

    IngestReport report = ingestInThrees(new Stopping(steps));

    assertThat(report.skipped()).singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("pack is damaged"));
    assertThat(checkpoint(store, "list archive").position()).isEqualTo("step 7");
    assertThat(summary(store).mails()).isEqualTo(7);
    assertThat(summary(store).generation()).isEqualTo(3);
  }

  private IngestReport ingestInThrees(MailSource source) {
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      return new Ingest(update, ReadLimits.DEFAULT, new Ingest.Effort(2, 3), Progress.SILENT)
          .mails("list", source);
    }
  }

  /** An archive that ends in a damaged place. */
  private record Stopping(List<Arrival> steps) implements MailSource {
    @Override
    public String name() {
      return "archive";
    }

    @Override
    public Reading since(Checkpoint checkpoint) {
      Stream<Arrival> all = Stream.concat(steps.stream(), Stream.of(1).map(_ -> {
        throw new ArchiveException("pack is damaged");
      }));
      return new Stores.Steps(all, false);
    }
  }

  private static MailSource source(Path archive) {
    return MailSources.open(archive, ReadLimits.DEFAULT).getFirst();
  }

  private static MailSource mbox(String name) {
    return source(Samples.mbox(name));
  }
}
