package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.ask;
import static dev.chesterton.index.Stores.ingest;
import static dev.chesterton.index.Stores.mail;
import static dev.chesterton.index.Stores.mails;
import static dev.chesterton.index.Stores.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mail through several lists, and several mails with one id. */
class SameMailTest {
  private static final String ID = "1@x";
  private static final RawMail THROUGH_ALPHA = letter("1@x")
      .header("Received: from a by alpha.example.org; Fri, 24 Jun 2022 12:00:01 +0000")
      .mailAt("alpha", 10);
  private static final RawMail THROUGH_BETA = letter("1@x")
      .header("Received: from a by beta.example.org; Fri, 24 Jun 2022 12:00:02 +0000")
      .mailAt("beta", 20);

  @TempDir
  private Path folder;

  @Test
  void mailThroughTwoListsIsOneThatKnowsBoth() {
    ingest(folder, "beta", THROUGH_BETA);
    IngestReport second = ingest(folder, "alpha", THROUGH_ALPHA);

    assertThat(second.added()).isZero();
    assertThat(second.known()).isEqualTo(1);
    assertThat(mails(folder, ID)).singleElement()
        .satisfies(mail -> assertThat(mail.head().lists()).containsExactly("alpha", "beta"));
    assertThat(summary(folder).archives()).extracting(StoreSummary.Span::name)
        .containsExactly("alpha", "beta");
  }

  @Test
  void whichCopyIsKeptDoesNotDependOnTheOrder() {
    Path other = folder.resolve("other");
    ingest(folder, "alpha", THROUGH_ALPHA);
    ingest(folder, "beta", THROUGH_BETA);
    ingest(other, "beta", THROUGH_BETA);
    ingest(other, "alpha", THROUGH_ALPHA);

    StoredMail mail = mail(folder, ID).orElseThrow();
    StoredMail same = mail(other, ID).orElseThrow();

    assertThat(same.place()).isEqualTo(mail.place());
    assertThat(same.raw().bytes()).isEqualTo(mail.raw().bytes());
    assertThat(same.head()).isEqualTo(mail.head());
  }

  @Test
  void bothListsAreKnownWithinOneCommit() {
    for (List<String> order : List.of(List.of("alpha", "beta"), List.of("beta", "alpha"))) {
      Path store = folder.resolve(order.getFirst());
      try (IndexUpdate update = IndexUpdate.open(store, "test")) {
        for (String list : order) {
          RawMail mail = list.equals("alpha") ? THROUGH_ALPHA : THROUGH_BETA;
          update.add(Copy.of(Archive.of(list, "archive"), mail), read(mail));
        }
        update.commit();
      }
    }
    StoredMail mail = mail(folder.resolve("alpha"), ID).orElseThrow();
    StoredMail same = mail(folder.resolve("beta"), ID).orElseThrow();

    assertThat(mail.head().lists()).containsExactly("alpha", "beta");
    assertThat(same.head()).isEqualTo(mail.head());
    assertThat(same.place()).isEqualTo(mail.place());
  }

  @Test
  void outcomesTellNewNewListAndKnown() {
    try (IndexUpdate update = IndexUpdate.open(folder, "test")) {
      assertThat(
          update.add(Copy.of(Archive.of("alpha", "archive"), THROUGH_ALPHA), read(THROUGH_ALPHA)))
          .isEqualTo(IndexUpdate.Outcome.NEW);
      assertThat(
          update.add(Copy.of(Archive.of("alpha", "archive"), THROUGH_BETA), read(THROUGH_BETA)))
          .isEqualTo(IndexUpdate.Outcome.KNOWN);
      assertThat(
          update.add(Copy.of(Archive.of("beta", "archive"), THROUGH_BETA), read(THROUGH_BETA)))
          .isEqualTo(IndexUpdate.Outcome.NEW_LIST);
    }
  }

  @Test
  void removalFromOneListLeavesTheOther() {
    ingest(folder, "alpha", THROUGH_ALPHA);
    ingest(folder, "beta", THROUGH_BETA);
    remove("alpha", THROUGH_ALPHA);

    assertThat(mail(folder, ID).orElseThrow().head().lists())
        .containsExactly("beta");

    remove("beta", THROUGH_BETA);

    assertThat(mail(folder, ID)).isEmpty();
    assertThat(summary(folder).archives()).isEmpty();
  }

  @Test
  void mailTakenBackComesAgainWithinOneLongRun() {
    ingest(folder, "alpha", THROUGH_ALPHA);
    Copy again = Copy.of(Archive.of("alpha", "archive of alpha"), THROUGH_ALPHA);
    try (IndexUpdate update = IndexUpdate.open(folder, "test")) {
      update.remove("alpha", read(THROUGH_ALPHA).value().message());
      addUntilItIsSettled(update);

      assertThat(update.knows(again)).isFalse();
      update.add(again, read(THROUGH_ALPHA));
      update.commit();
    }
    assertThat(mail(folder, ID)).isPresent();
  }

  /** One large mail so often that what waits is done before the commit. */
  private static void addUntilItIsSettled(IndexUpdate update) {
    Letters large = letter("large@x").body("A line of a letter.\n".repeat(300_000));
    Parsed<Posting> posting = read(large.mail());
    IntStream.range(0, 5)
        .forEach(i -> update.add(Copy.of(Archive.of("beta", "beta"), large.mailAt("beta", i)),
            posting));
  }

  @Test
  void removingWhatIsNotThereCommitsNothing() {
    ingest(folder, "alpha", THROUGH_ALPHA);
    remove("gamma", THROUGH_ALPHA);
    remove("alpha", letter("2@x").mail());

    assertThat(summary(folder).generation()).isEqualTo(1);
    assertThat(mail(folder, ID)).isPresent();
  }

  @Test
  void sameIdWithOtherContentIsTwoMails() {
    Path other = folder.resolve("other");
    RawMail one = letter("1@x").body("One.\n").mail();
    RawMail two = letter("1@x").body("Two.\n").mail();
    ingest(folder, "list", one, two);
    ingest(other, "list", two);
    ingest(other, "list", one);

    List<String> hashes = ask(folder, SameMailTest::hashes);

    assertThat(hashes).hasSize(2).isSorted();
    List<String> swapped = ask(other, SameMailTest::hashes);
    assertThat(swapped).isEqualTo(hashes);
    assertThat(mail(folder, ID).orElseThrow().head().contentHash())
        .isEqualTo(hashes.getFirst());
  }

  @Test
  void threadsThatAddWhileOthersCommitLoseAndDoubleNothing() {
    List<RawMail> mails = IntStream.range(0, 200).mapToObj(i -> letter(i + "@x").mail()).toList();
    try (IndexUpdate update = IndexUpdate.open(folder, "test");
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List.of("alpha", "beta", "gamma")
          .forEach(list -> threads.execute(
              () -> new Ingest(update, ReadLimits.DEFAULT, new Ingest.Effort(2, 20),
                  Progress.SILENT).mails(list,
                      Stores.Listed.of("archive of " + list, mails))));
    }
    assertThat(summary(folder).mails()).isEqualTo(200);
    assertThat(summary(folder).archives()).extracting(StoreSummary.Span::count)
        .containsExactly(200L, 200L, 200L);
  }

  @Test
  void mailIsFoundByEachOfItsIds() {
    ingest(folder, "list", letter("1@x").header("Message-ID: <2@x>").mail());

    assertThat(mail(folder, "2@x").orElseThrow().head().id())
        .isEqualTo(new MessageId(ID));
  }

  @Test
  void endlessIdIsStoredAndFound() {
    String endless = "x".repeat(60_000) + "@x";
    IngestReport report = ingest(folder, "list", letter(endless).mail(),
        letter("2@x").answering(endless).mail());

    assertThat(report.added()).isEqualTo(2);
    assertThat(mail(folder, endless)).isPresent();
    List<ThreadMember> thread = ask(folder, index -> index.thread(new MessageId("2@x")));
    assertThat(thread).hasSize(2);
  }

  @Test
  void cutOfTheArchiveIsStillToldWhenReadBack() {
    RawMail whole = letter("1@x").mail();
    ingest(folder, "list", new RawMail(whole.bytes(), whole.provenance(), whole.form(),
        List.of(new Problem("box:0", "mail of 99 bytes cut at 9"))));

    assertThat(mail(folder, ID).orElseThrow().problems())
        .anySatisfy(problem -> assertThat(problem.what()).contains("cut at 9"));
  }

  private void remove(String list, RawMail mail) {
    try (IndexUpdate update = IndexUpdate.open(folder, "test")) {
      update.remove(list, read(mail).value().message());
      update.commit();
    }
  }

  private static Parsed<Posting> read(RawMail mail) {
    return PatchParser.read(mail, ReadLimits.DEFAULT);
  }

  private static List<String> hashes(Index index) {
    return index.mails(new MessageId(ID)).stream().map(mail -> mail.head().contentHash()).toList();
  }
}
