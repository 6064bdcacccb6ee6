package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Letters.patch;
import static dev.chesterton.index.Stores.ask;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.source.RawMail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineLookupTest {
  private static final String RARE = "cairnfs_set_fixup(page);";
  private static final String USUAL = "return ret;";
  private static final Instant LATE = Instant.parse("2023-01-01T00:00:00Z");

  @TempDir
  private Path folder;

  @Test
  void weighsLinesByTheirRarity() {
    // Two changes add the usual line, one takes it away, which is another thing.
    ingest(folder, "list", patch("a@x", "", RARE + "\n" + USUAL).mail(),
        patch("b@x", "", USUAL).mail(), patch("c@x", USUAL, "int c;").mail(),
        letter("d@x").mail());
    double rare = LineQuery.rarity(1);
    double usual = LineQuery.rarity(2);

    List<Overlap> found = find(Side.ADDED, 10, RARE, USUAL);

    assertThat(found).extracting(overlap -> overlap.head().key()).containsExactly("a@x", "b@x");
    assertThat(found.getFirst().weight()).isCloseTo(rare + usual, within(1e-12));
    assertThat(found.getFirst().share()).isCloseTo(1, within(1e-12));
    assertThat(found.getFirst().shared()).isEqualTo(keys(RARE, USUAL));
    assertThat(found.getLast().weight()).isCloseTo(usual, within(1e-12));
    assertThat(found.getLast().asked()).isCloseTo(rare + usual, within(1e-12));
    assertThat(found.getLast().share()).isCloseTo(usual / (rare + usual), within(1e-12));
  }

  @Test
  void lineNobodyHasCountsInWhatWasAsked() {
    ingest(folder, "list", patch("a@x", "", RARE).mail());

    Overlap found = find(Side.ADDED, 10, RARE, "unheard_of();").getFirst();

    assertThat(found.share()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void sidesAreApart() {
    ingest(folder, "list", patch("added@x", "", RARE).mail(), patch("removed@x", RARE, "").mail());

    assertThat(keysOf(find(Side.ADDED, 10, RARE))).containsExactly("added@x");
    assertThat(keysOf(find(Side.REMOVED, 10, RARE))).containsExactly("removed@x");
  }

  @Test
  void whiteSpaceDoesNotCount() {
    ingest(folder, "list", patch("a@x", "", "\t\tif  (x)").mail());

    assertThat(keysOf(find(Side.ADDED, 10, "if (x)"))).containsExactly("a@x");
  }

  @Test
  void boundIsIncluded() {
    ingest(folder, "list", patch("a@x", "", RARE).minute(1).mail(),
        patch("b@x", "", RARE).minute(2).mail());

    assertThat(keysOf(find(until("2022-06-24T12:00:59Z")))).isEmpty();
    assertThat(keysOf(find(until("2022-06-24T12:01:00Z")))).containsExactly("a@x");
  }

  @Test
  void mailsAreNoCommits() {
    ingest(folder, "list", patch("a@x", "", RARE).mail());

    assertThat(find(new LineQuery(keys(RARE), Side.ADDED, Among.COMMITS, LATE, 10))).isEmpty();
  }

  @Test
  void tiesAreByDateThenIdAlsoAtTheCut() {
    List<RawMail> mails = List.of(patch("c@x", "", RARE).mail(), patch("b@x", "", RARE).mail(),
        patch("a@x", "", RARE).mail(), patch("z@x", "", RARE).minute(-1).mail());
    // A segment each.
    mails.forEach(mail -> ingest(folder, "list", mail));

    assertThat(keysOf(find(Side.ADDED, 4, RARE))).containsExactly("z@x", "a@x", "b@x", "c@x");
    assertThat(keysOf(find(Side.ADDED, 2, RARE))).containsExactly("z@x", "a@x");
    assertThat(find(Side.ADDED, 0, RARE)).isEmpty();
  }

  @Test
  void commonLinesAreLeftOutOfBothSums() {
    List<RawMail> mails = new ArrayList<>();
    for (int i = 0; i <= LineQuery.COMMON; i++) {
      mails.add(patch(i + "@x", "", USUAL).mail());
    }
    mails.add(patch("rare@x", "", RARE + "\n" + USUAL).mail());
    ingest(folder, "list", mails);

    assertThat(find(Side.ADDED, 10, USUAL)).isEmpty();
    Overlap found = find(Side.ADDED, 10, RARE, USUAL).getFirst();
    assertThat(found.shared()).isEqualTo(keys(RARE));
    assertThat(found.share()).isEqualTo(1);
  }

  @Test
  void nothingAskedIsNothingFound() {
    ingest(folder, "list", patch("a@x", "", RARE).mail());

    assertThat(find(Side.ADDED, 10, "", "   ")).isEmpty();
  }

  @Test
  void occurrencesCountAChangeOnceAndForgottenOnesNot() {
    ingest(folder, "list", patch("moved@x", RARE + "\nint a;", "int b;\n" + RARE).mail(),
        patch("a@x", "", RARE).mail());
    // The same mail through another list replaces a document.
    ingest(folder, "other", patch("a@x", "", RARE).mail());

    assertThat(occurrences(RARE)).isEqualTo(2);
    assertThat(occurrences("unheard_of();")).isZero();
  }

  @Test
  void weightsDoNotDependOnReplacedDocuments() {
    RawMail mail = patch("a@x", "", RARE).mail();
    ingest(folder, "list", mail, patch("b@x", "", USUAL).mail());
    ingest(folder, "other", mail);
    ingest(folder, "third", mail);

    assertThat(find(Side.ADDED, 10, RARE).getFirst().weight())
        .isCloseTo(LineQuery.rarity(1), within(1e-12));
  }

  private long occurrences(String line) {
    return ask(folder, index -> index.occurrences(LineKey.of(line)));
  }

  private static LineQuery until(String instant) {
    return new LineQuery(keys(RARE), Side.ADDED, Among.MAILS, Instant.parse(instant), 10);
  }

  private List<Overlap> find(Side side, int limit, String... lines) {
    return find(new LineQuery(keys(lines), side, Among.MAILS, LATE, limit));
  }

  private List<Overlap> find(LineQuery query) {
    return ask(folder, index -> index.overlapping(query));
  }

  private static List<String> keysOf(List<Overlap> found) {
    return found.stream().map(overlap -> overlap.head().key()).toList();
  }

  private static LineKeys keys(String... lines) {
    return LineKeys.ofKeys(Stream.of(lines).mapToLong(line -> LineKey.of(line).value()));
  }
}
