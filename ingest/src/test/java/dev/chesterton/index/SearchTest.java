package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Letters.patch;
import static dev.chesterton.index.Stores.ask;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Criterion.Kind;
import dev.chesterton.index.Criterion.OfKind;
import dev.chesterton.index.Criterion.Part;
import dev.chesterton.index.SearchQuery.Order;
import dev.chesterton.source.RawMail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

  @TempDir
  private Path folder;

  /** The counts are those of the samples. */
  @ParameterizedTest
  @CsvSource({"s:zeros, 1", "s:\"zeros in files\", 1", "s:\"files in zeros\", 0",
    "f:twierzba, 1", "f:TWIERZBA@example.net, 1", "b:CONFIG_DEBUG_PAGEALLOC, 1",
    "mid:20110628171436.GA4711@twierzba.example.net, 1", "l:cairnfs, 69", "l:other, 0",
    "d:2011-06-28, 1", "d:2011, 3", "d:..2011-06-28, 1", "d:2024-06-11.., 5",
    "d:2012..2011, 0", "test:generic/208, 2", "test:xfs/551, 1", "commit:3cf861bd8ca3, 4",
    "dfn:fs/cairnfs/dax.c, 2", "dfn:fs/cairnfs, 0", "'d:2011 -s:zeros', 2",
    "'s:zeros OR s:invalidate_sem', 5", "s:zer*, 1", "s:zeroes, 0"})
  void prefixesFindInTheSamples(String text, long count) throws IOException {
    ingest(folder, "cairnfs", Samples.mails());

    assertThat(SearchSyntax.parse(text).error()).isEmpty();
    assertThat(search(text, Order.NEWEST, 0, 100).count()).isEqualTo(count);
  }

  @Test
  void identifiersOfAddedAndRemovedLinesAreApart() {
    ingest(folder, "list", patch("a@x", "kfree(old_page);", "put_page(new_page);").mail());

    assertThat(keys("dfa:kfree")).containsExactly("a@x");
    assertThat(keys("dfa:old_page")).containsExactly("a@x");
    assertThat(keys("dfb:kfree")).isEmpty();
    assertThat(keys("dfb:NEW_PAGE")).containsExactly("a@x");
    assertThat(keys("dfb:new_p*")).containsExactly("a@x");
    assertThat(keys("kfree")).containsExactly("a@x");
  }

  @Test
  void wordsOfAnyScriptAreFoundInEitherCase() {
    ingest(folder, "list",
        letter("a@x").header("Content-Type: text/plain; charset=utf-8")
            .body("\u0130stanbul \u039f\u0394\u039f\u03a3 \ud801\udc00word\n")
            .mail());

    assertThat(keys("\u0130stanbul")).containsExactly("a@x");
    assertThat(keys("\u039f\u0394\u039f\u03a3")).containsExactly("a@x");
    assertThat(keys("\ud801\udc28WORD")).containsExactly("a@x");
  }

  @Test
  void endlessWordIsFoundByItself() {
    String endless = "x".repeat(900);
    ingest(folder, "list", letter("a@x").body(endless + "\n").mail(),
        letter("b@x").body("x\n").mail());

    assertThat(keys(endless)).containsExactly("a@x");
  }

  @Test
  void endlessTextToLookUpIsBounded() {
    String endless = "page fault ".repeat(20_000);
    ingest(folder, "list", letter("a@x").subject("page fault ".repeat(64)).mail());

    assertThat(find(new Criterion.Words(Part.ANYWHERE, endless))).containsExactly("a@x");
    assertThat(find(new Criterion.Phrase(Part.TITLE, endless))).containsExactly("a@x");
    long frequency = ask(folder, index -> index.frequency(endless));
    assertThat(frequency).isEqualTo(1);
  }

  @Test
  void kindsAreToldApart() {
    ingest(folder, "list", letter("letter@x").mail(),
        letter("reply@x").answering("letter@x").subject("Re: letter").mail(),
        patch("patch@x", "a", "b").mail(), letter("cover@x").subject("[PATCH 0/2] series").mail());

    assertThat(find(new OfKind(List.of(Kind.LETTER)))).containsExactly("letter@x");
    assertThat(find(new OfKind(List.of(Kind.REPLY)))).containsExactly("reply@x");
    assertThat(find(new OfKind(List.of(Kind.PATCH, Kind.COVER_LETTER))))
        .containsExactlyInAnyOrder("patch@x", "cover@x");
    assertThat(find(new OfKind(List.of()))).isEmpty();
  }

  @Test
  void frequencyCountsMailsAndNotOccurrences() {
    ingest(folder, "list", letter("a@x").body("fixup fixup fixup\n").mail(),
        letter("b@x").subject("fixup").mail(), patch("c@x", "fixup();", "fixup(1);").mail());

    assertThat(frequency("fixup")).isEqualTo(3);
    assertThat(frequency("FIXUP")).isEqualTo(3);
    assertThat(frequency("unheard")).isZero();
    assertThat(frequency("")).isZero();
    assertThat(frequency("->")).isZero();
  }

  @Test
  void ordersAreByDateOrByWorthAndTiesById() {
    List<RawMail> mails = List.of(letter("c@x").mail(), letter("a@x").mail(), letter("b@x").mail(),
        letter("d@x").minute(5).body("Text, text and text.\n").mail());
    mails.forEach(mail -> ingest(folder, "list", mail));

    assertThat(keys("text", Order.NEWEST, 0, 9)).containsExactly("d@x", "a@x", "b@x", "c@x");
    assertThat(keys("text", Order.OLDEST, 0, 9)).containsExactly("a@x", "b@x", "c@x", "d@x");
    assertThat(keys("text", Order.RELEVANCE, 0, 9)).containsExactly("d@x", "a@x", "b@x", "c@x");
  }

  @Test
  void pagesTogetherAreTheWhole() {
    List<RawMail> mails = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      mails.add(letter(i % 10 + "" + i + "@x").minute(i % 2).mail());
    }
    mails.forEach(mail -> ingest(folder, "list", mail));

    for (Order order : Order.values()) {
      List<String> paged = new ArrayList<>();
      for (int skip = 0; skip < 30; skip += 5) {
        paged.addAll(keys("text", order, skip, 5));
      }
      assertThat(paged).hasSize(23).isEqualTo(keys("text", order, 0, 100));
    }
  }

  @Test
  void oddPagesAreEmptyOrWhole() {
    ingest(folder, "list", letter("a@x").mail());

    assertThat(search("text", Order.NEWEST, 0, 0)).isEqualTo(new Hits(List.of(), 1, true));
    assertThat(search("text", Order.NEWEST, 5, 5)).isEqualTo(new Hits(List.of(), 1, true));
    assertThat(keys("text", Order.NEWEST, 0, Integer.MAX_VALUE)).hasSize(1);
    assertThat(search("text", Order.NEWEST, Integer.MAX_VALUE, Integer.MAX_VALUE).heads())
        .isEmpty();
  }

  @Test
  void emptyStoreFindsNothing() {
    RawMail mail = letter("a@x").mail();
    ingest(folder, "list", List.of());
    assertThat(search("text", Order.RELEVANCE, 0, 9)).isEqualTo(new Hits(List.of(), 0, true));
    assertThat(frequency("text")).isZero();
    assertThat(Stores.mail(folder, "a@x")).isEmpty();

    ingest(folder, "list", mail);
    assertThat(frequency("text")).isEqualTo(1);
  }

  private long frequency(String word) {
    return ask(folder, index -> index.frequency(word));
  }

  private List<String> find(Criterion criterion) {
    return ask(folder, index -> index.search(SearchQuery.newest(criterion, 10))).heads()
        .stream()
        .map(Head::key)
        .toList();
  }

  private List<String> keys(String text) {
    return keys(text, Order.NEWEST, 0, 100);
  }

  private List<String> keys(String text, Order order, int skip, int limit) {
    return search(text, order, skip, limit).heads().stream().map(Head::key).toList();
  }

  private Hits search(String text, Order order, int skip, int limit) {
    Criterion criterion = SearchSyntax.parse(text).criterion();
    return ask(folder, index -> index.search(new SearchQuery(criterion, order, skip, limit)));
  }
}
