package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.ingest;
import static dev.chesterton.index.Stores.mail;
import static dev.chesterton.index.Stores.mails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive whose history was changed: what it has no more leaves the store, as if it had never come. */
class RewrittenEpochTest {
  private static final Letters ONE = letter("1@x");
  private static final Letters TWO = letter("2@x").answering("1@x");
  private static final Letters THREE = letter("3@x").answering("2@x");

  @TempDir
  private Path folder;

  @Test
  void purgedMailLeavesTheStoreInTheSameRun() throws IOException {
    write(new EpochStream().commit("m", ONE).commit("m", TWO).commit("m", THREE));
    ingest(store(), "list", epoch());
    write(new EpochStream().commit("m", ONE).commit("m", THREE));

    IngestReport report = ingest(store(), "list", epoch());

    assertThat(report).isEqualTo(new IngestReport(0, 2, 1, 0, List.of(), 0, 0, false, true));
    assertThat(mail(store(), "2@x")).isEmpty();
    assertThat(Everything.of(store())).isEqualTo(rebuilt());
  }

  @Test
  void editedMailIsTheNewOne() throws IOException {
    write(new EpochStream().commit("m", ONE).commit("m", TWO));
    ingest(store(), "list", epoch());
    write(new EpochStream().commit("m", ONE.body("Without the secret.\n")).commit("m", TWO));

    IngestReport report = ingest(store(), "list", epoch());

    assertThat(report).isEqualTo(new IngestReport(1, 1, 1, 0, List.of(), 0, 0, false, true));
    assertThat(mails(store(), "1@x")).singleElement()
        .satisfies(mail -> assertThat(mail.posting().message().text())
            .isEqualTo("Without the secret.\n"));
    assertThat(Everything.of(store())).isEqualTo(rebuilt());
  }

  @Test
  void mailThatWasTakenBackStaysAwayThroughARewrite() throws IOException {
    write(new EpochStream().commit("m", ONE).commit("m", TWO).commit("d", TWO));
    ingest(store(), "list", epoch());
    write(new EpochStream().commit("m", TWO).commit("d", TWO).commit("m", THREE));

    ingest(store(), "list", epoch());

    assertThat(mail(store(), "1@x")).isEmpty();
    assertThat(mail(store(), "2@x")).isEmpty();
    assertThat(Everything.of(store())).isEqualTo(rebuilt());
  }

  @Test
  void mailThatCameAgainSurvivesARewrite() throws IOException {
    write(new EpochStream().commit("m", ONE).commit("d", ONE).commit("m", ONE).commit("m", TWO));
    ingest(store(), "list", epoch());
    write(new EpochStream().commit("m", ONE).commit("d", ONE).commit("m", ONE));

    ingest(store(), "list", epoch());

    assertThat(mail(store(), "1@x")).isPresent();
    assertThat(mail(store(), "2@x")).isEmpty();
    assertThat(Everything.of(store())).isEqualTo(rebuilt());
  }

  @Test
  void whatAnotherListStillHasStaysWithItsOwnCopy() throws IOException {
    Letters throughOther = TWO.header("Received: by other.example.org");
    ingest(store(), "other", throughOther.mail());
    write(new EpochStream().commit("m", ONE).commit("m", TWO));
    ingest(store(), "list", epoch());
    assertThat(mail(store(), "2@x").orElseThrow().head().lists()).containsExactly("list", "other");
    write(new EpochStream().commit("m", ONE));

    IngestReport report = ingest(store(), "list", epoch());

    assertThat(report).isEqualTo(new IngestReport(0, 1, 0, 0, List.of(), 0, 0, false, true));
    StoredMail left = mail(store(), "2@x").orElseThrow();
    assertThat(left.head().lists()).containsExactly("other");
    assertThat(left.raw().bytes()).isEqualTo(throughOther.mail().bytes());
  }

  @Test
  void archiveThatWasEmptiedEmptiesTheStore() throws IOException {
    write(new EpochStream().commit("m", ONE));
    ingest(store(), "list", epoch());
    Git.run(folder.resolve("0.git"), "update-ref", "-d", "refs/heads/master");

    IngestReport report = ingest(store(), "list", epoch());

    assertThat(report.removed()).isEqualTo(1);
    assertThat(Stores.summary(store()).mails()).isZero();
  }

  private Path store() {
    return folder.resolve("store");
  }

  private List<String> rebuilt() {
    Path other = folder.resolve("rebuilt");
    ingest(other, "list", epoch());
    return Everything.of(other);
  }

  /** In place of the history that was there; its objects stay, as they do until git collects them. */
  private void write(EpochStream stream) throws IOException {
    stream.write(folder.resolve("0.git"));
  }

  private MailSource epoch() {
    return MailSources.open(folder.resolve("0.git"), ReadLimits.DEFAULT).getFirst();
  }
}
