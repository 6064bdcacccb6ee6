package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.ask;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written since a generation of the store, and what was taken back. */
class WrittenMailsTest {
  private static final Criterion ANY = new Criterion.All(List.of());

  @TempDir
  private Path store;

  private StoreState state() {
    return ask(store, Index::state);
  }

  /** Ids, a page of one after the other. */
  private List<String> since(long generation, Criterion criterion) {
    return ask(store, index -> {
      List<String> ids = new ArrayList<>();
      MailPage page = index.written(criterion, generation, "", 1);
      while (!page.mails().isEmpty()) {
        page.mails().forEach(head -> ids.add(head.key()));
        page = index.written(criterion, generation, page.last(), 1);
      }
      return ids;
    });
  }

  @Test
  void newMailsAndThoseThatGotAListAreWritten() {
    ingest(store, "one", letter("c@x").mail(), letter("a@x").mail(), letter("b@x").mail());
    long first = state().generation();
    ingest(store, "two", letter("b@x").mail(), letter("d@x").mail());

    assertThat(since(0, ANY)).containsExactly("a@x", "b@x", "c@x", "d@x");
    assertThat(since(first, ANY)).containsExactly("b@x", "d@x");
    assertThat(since(state().generation(), ANY)).isEmpty();
  }

  @Test
  void onlyThoseThatFitAreGiven() {
    ingest(store, "one", letter("a@x").mail(), Letters.patch("b@x", "old", "new").mail());
    Criterion patches = new Criterion.OfKind(List.of(Criterion.Kind.PATCH));

    assertThat(since(0, patches)).containsExactly("b@x");
  }

  @Test
  void pagesAreBounded() {
    ingest(store, "one", letter("a@x").mail(), letter("b@x").mail(), letter("c@x").mail());

    MailPage page = ask(store, index -> index.written(ANY, 0, "", 2));

    assertThat(page.mails()).extracting(Head::key).containsExactly("a@x", "b@x");
  }

  @Test
  void mailsThatAreTakenBackAreCounted() {
    ingest(store, "one", letter("a@x").mail(), letter("b@x").mail());
    ingest(store, "two", letter("b@x").mail());
    StoreState before = state();
    assertThat(before.removals()).isZero();
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      List.of("a@x", "b@x", "none@x")
          .forEach(id -> update.remove("one", dev.chesterton.patch.PatchParser
              .read(letter(id).mail(), dev.chesterton.source.ReadLimits.DEFAULT)
              .value()
              .message()));
      update.commit();
    }

    StoreState after = state();

    assertThat(after.removals()).isEqualTo(1);
    assertThat(after.birth()).isEqualTo(before.birth()).isNotEmpty();
    assertThat(since(before.generation(), ANY)).containsExactly("b@x");
  }

  @Test
  void aStoreMadeAnewIsAnother(@TempDir Path other) {
    ingest(store, "one", letter("a@x").mail());
    ingest(other, "one", letter("a@x").mail());

    assertThat(state().birth()).isNotEqualTo(ask(other, Index::state).birth());
  }
}
