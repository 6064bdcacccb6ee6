package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.history.Commit;
import dev.chesterton.history.SourceTree;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.TreeAt;
import dev.chesterton.mail.MessageId;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierTest {

  @TempDir
  private static Path folder;

  private static TestStore store;

  @BeforeAll
  static void open() throws Exception {
    store = TestStore.in(folder);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void tellsWhoPutItUpAndHowOftenItWasRepaired() {
    Dossier dossier = dossier(SampleStore.REMOVAL, new AsOf.Now());
    assertThat(dossier.of(Topic.GOES)).singleElement()
        .satisfies(statement -> assertThat(statement.text()).startsWith(
            "The patch removes the worker cairnfs_writepage_fixup_worker()"));
    assertThat(texts(dossier, Topic.PUT_UP)).first()
        .asString()
        .contains("came with a fix of 2011-07-12",
            "reserve space for pages dirtied out-of-band in a fixup worker");
    assertThat(texts(dossier, Topic.REPAIRED)).anySatisfy(text -> assertThat(text)
        .contains("reserve space for pages dirtied out-of-band", "was repaired"));
  }

  @Test
  void tellsWhoTriedBeforeAndWhatWasSaidLast() {
    assertThat(dossier(SampleStore.REMOVAL, new AsOf.Now()).of(Topic.ATTEMPT)).singleElement()
        .satisfies(statement -> {
          assertThat(statement.text()).startsWith("Yannick Okafor tried to take");
          assertThat(statement.sources()).anySatisfy(words -> assertThat(words.words())
              .isEqualTo("I cannot, so please forget this one."));
        });
  }

  @Test
  void theSameIsToldByDate() {
    List<FenceEvent> life = dossier(SampleStore.REMOVAL, new AsOf.Now()).life();
    assertThat(life).isSortedAccordingTo(FenceEvent.BY_DATE)
        .extracting(FenceEvent::topic)
        .startsWith(Topic.PUT_UP)
        .contains(Topic.REPAIRED, Topic.ATTEMPT);
    assertThat(life).filteredOn(event -> event.topic() == Topic.ATTEMPT)
        .allMatch(event -> event.outcome().isPresent());
    assertThat(dossier("20201116081925.90211-1-yannick.okafor@example.com", new AsOf.Sent())
        .life()).noneMatch(event -> event.topic() == Topic.LATER);
  }

  @Test
  void theTestNamedInTheThreadComesFirst() {
    Dossier dossier = dossier(SampleStore.REMOVAL, new AsOf.Now());
    assertThat(dossier.suggestedTest()).contains("generic/208");
    assertThat(dossier.of(Topic.RUN).getFirst().sources())
        .noneSatisfy(words -> assertThat(words.words()).startsWith(">"));
  }

  @Test
  void asOfSentNobodyHasSpokenYet() {
    Dossier dossier = dossier(SampleStore.REMOVAL, new AsOf.Sent());
    assertThat(dossier.of(Topic.AGAINST)).isEmpty();
    assertThat(dossier.of(Topic.NAMED)).isEmpty();
    assertThat(dossier.of(Topic.ATTEMPT)).isNotEmpty();
  }

  /** The samples hold one attempt of 2020 and one of 2024. */
  @Test
  void aLaterPatchOnTheSameCodeIsNamed() {
    Dossier dossier = dossier("20201116081925.90211-1-yannick.okafor@example.com",
        new AsOf.Now());
    assertThat(dossier.of(Topic.LATER)).singleElement()
        .satisfies(statement -> assertThat(statement.sources())
            .anySatisfy(words -> assertThat(words.source().key()).isEqualTo(
                SampleStore.REMOVAL)));
  }

  @Test
  void aPatchThatTakesNothingNeededAwayHasNothingSaidOfFences() {
    Dossier dossier = dossier("20211104133105.2210-1-ilse.brandt@example.com", new AsOf.Now());
    assertThat(dossier.of(Topic.PUT_UP)).isEmpty();
    assertThat(dossier.of(Topic.ATTEMPT)).isEmpty();
  }

  /** The tree of the samples, at the head of its branch. */
  @Test
  void aTreeTellsWhatIsStillThereToday() {
    Path bare = folder.resolve("cairnfs.git");
    try (SourceTree tree = SourceTree.open(bare, SampleStore.TREE)) {
      TreeAt at = new TreeAt(tree, tree.head(Optional.empty()));
      Dossier now = review(at, new AsOf.Now()).dossier();
      assertThat(now.of(Topic.STILL_THERE)).isNotEmpty().allSatisfy(statement -> {
        assertThat(statement.text()).contains("in tree cairnfs", "fs/cairnfs/writepage.c");
        assertThat(statement.sources()).singleElement()
            .satisfies(words -> assertThat(words.source().key()).isEqualTo(at.head().hex()));
      });
      assertThat(texts(now, Topic.STILL_THERE)).anyMatch(text -> text.contains("still has"));
      assertThat(review(at, new AsOf.Sent()).dossier().of(Topic.STILL_THERE)).isEmpty();
    }
  }

  @Test
  void aTreeThatCannotBeLookedIntoIsNamed() {
    CommitChanges away = new CommitChanges() {
      @Override
      public Optional<Commit> of(CommitHead head) {
        return Optional.empty();
      }

      @Override
      public Parsed<List<TreeAt>> heads() {
        return new Parsed<>(List.of(), List.of(new Problem("tree cairnfs", "is away")));
      }
    };
    assertThat(review(away, new AsOf.Now()).notes()).contains("tree cairnfs: is away");
    assertThat(review(away, new AsOf.Sent()).notes()).isEmpty();
  }

  private static Review review(TreeAt at, AsOf asOf) {
    return review(new CommitChanges() {
      @Override
      public Optional<Commit> of(CommitHead head) {
        return Optional.empty();
      }

      @Override
      public Parsed<List<TreeAt>> heads() {
        return new Parsed<>(List.of(at), List.of());
      }
    }, asOf);
  }

  private static Review review(CommitChanges trees, AsOf asOf) {
    return new Reviewer(store.index(), RuleBook.ofProgram(), trees)
        .review(new MessageId(SampleStore.REMOVAL), asOf)
        .orElseThrow();
  }

  private static List<String> texts(Dossier dossier, Topic topic) {
    return dossier.of(topic).stream().map(Statement::text).toList();
  }

  private static Dossier dossier(String id, AsOf asOf) {
    return store.reviewer().review(new MessageId(id), asOf).orElseThrow().dossier();
  }
}
