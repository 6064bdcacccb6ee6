package dev.chesterton.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.index.Criterion.All;
import dev.chesterton.index.Criterion.Any;
import dev.chesterton.index.Criterion.Between;
import dev.chesterton.index.Criterion.Label;
import dev.chesterton.index.Criterion.Labelled;
import dev.chesterton.index.Criterion.Not;
import dev.chesterton.index.Criterion.Part;
import dev.chesterton.index.Criterion.Phrase;
import dev.chesterton.index.Criterion.Prefix;
import dev.chesterton.index.Criterion.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSyntaxTest {
  private static final Criterion FIX = new Words(Part.ANYWHERE, "fix");
  private static final List<String> PIECES = List.of("OR", " ", " ", "-", "\"", "*", "s:", "f:",
      "b:", "d:", "dfn:", "dfa:", "dfb:", "mid:", "m:", "l:", "commit:", "test:", "x:", "..",
      "2022", "2022-06", "20220624", "+999999999-12-31", "word", "\u0130", "\ud835\udd38", "\ud800",
      "\t", "\u00a0", "\u0000", "\u03a3", "->", "()", "[a TO b]", "~", "^2", "\\", "AND", "NOT");

  static Stream<Arguments> good() {
    return Stream.of(Arguments.of("fix", FIX), Arguments.of("  fix\t", FIX),
        Arguments.of("\"page fault\"", new Phrase(Part.ANYWHERE, "page fault")),
        Arguments.of("s:fix", new Words(Part.TITLE, "fix")),
        Arguments.of("s:\"a fix\"", new Phrase(Part.TITLE, "a fix")),
        Arguments.of("f:ann@example.org", new Words(Part.AUTHOR, "ann@example.org")),
        Arguments.of("b:fix", new Words(Part.TEXT, "fix")),
        Arguments.of("dfa:kfree", new Words(Part.REMOVED, "kfree")),
        Arguments.of("dfb:kfree", new Words(Part.ADDED, "kfree")),
        Arguments.of("dfn:fs/file.c", new Labelled(Label.PATH, "fs/file.c")),
        Arguments.of("mid:a@b", new Labelled(Label.MESSAGE_ID, "a@b")),
        Arguments.of("m:a@b", new Labelled(Label.MESSAGE_ID, "a@b")),
        Arguments.of("l:linux-mm", new Labelled(Label.LIST, "linux-mm")),
        Arguments.of("commit:099f7d4", new Labelled(Label.CITED_COMMIT, "099f7d4")),
        Arguments.of("test:generic/208", new Labelled(Label.TEST, "generic/208")),
        Arguments.of("-fix", new Not(FIX)), Arguments.of("Fix*", new Prefix(Part.ANYWHERE, "fix")),
        Arguments.of("s:fix*", new Prefix(Part.TITLE, "fix")),
        Arguments.of("a->page*", Criterion.all(new Words(Part.ANYWHERE, "a->"),
            new Prefix(Part.ANYWHERE, "page"))),
        Arguments.of("fs/btrfs:", new Words(Part.ANYWHERE, "fs/btrfs:")),
        Arguments.of("x:fix", new Words(Part.ANYWHERE, "x:fix")),
        Arguments.of("ORDER", new Words(Part.ANYWHERE, "ORDER")),
        Arguments.of("\"OR\"", new Phrase(Part.ANYWHERE, "OR")),
        Arguments.of("d:2022", days("2022-01-01T00:00:00Z", "2022-12-31T23:59:59Z")),
        Arguments.of("d:2024-02", days("2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z")),
        Arguments.of("d:20220624", days("2022-06-24T00:00:00Z", "2022-06-24T23:59:59Z")),
        Arguments.of("d:2022-06-24..2023", days("2022-06-24T00:00:00Z", "2023-12-31T23:59:59Z")),
        Arguments.of("d:..2022-06", new Between(Instant.MIN,
            Instant.parse("2022-06-30T23:59:59Z"))),
        Arguments.of("d:9999-12-31..", new Between(Instant.parse("9999-12-31T00:00:00Z"),
            Instant.MAX)));
  }

  private static Criterion days(String from, String until) {
    return new Between(Instant.parse(from), Instant.parse(until));
  }

  @ParameterizedTest
  @MethodSource("good")
  void readsOneClause(String text, Criterion expected) {
    assertThat(SearchSyntax.parse(text))
        .isEqualTo(new SearchSyntax(new All(List.of(expected)), Optional.empty()));
  }

  @Test
  void clausesAllHoldAndOrDividesThem() {
    Criterion page = new Words(Part.ANYWHERE, "page");
    Criterion list = new Labelled(Label.LIST, "linux-mm");

    assertThat(SearchSyntax.parse("fix page").criterion()).isEqualTo(Criterion.all(FIX, page));
    assertThat(SearchSyntax.parse("fix page OR -l:linux-mm OR\tfix").criterion()).isEqualTo(
        new Any(List.of(Criterion.all(FIX, page), Criterion.all(new Not(list)),
            Criterion.all(FIX))));
  }

  @Test
  void aKindIsOneOfFive() {
    assertThat(SearchSyntax.parse("kind:cover").criterion())
        .isEqualTo(Criterion.all(new Criterion.OfKind(List.of(Criterion.Kind.COVER_LETTER))));
    assertThat(SearchSyntax.parse("fix kind:mail").error()).contains(
        "'mail' is no kind: write patch, cover, reply, letter or commit at character 5");
  }

  @Test
  void narrowingHoldsInEachAlternative() {
    assertThat(SearchSyntax.narrowed("fix  page", "l:x")).isEqualTo("fix  page l:x");
    assertThat(SearchSyntax.narrowed("fix OR \"a OR b\" OR c ", "l:x"))
        .isEqualTo("fix l:x OR \"a OR b\" l:x OR c l:x");
    assertThat(SearchSyntax.parse(SearchSyntax.narrowed("fix OR s:page", "l:x")).criterion())
        .isEqualTo(SearchSyntax.parse("fix l:x OR s:page l:x").criterion());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "fixup s:Dead-lock | fixup s:dead s:lock",
    "f:\"a@b.org\" writep* -b:page | f:\"a b org\" writep* -b:page",
    "d:2020 dfn:fs/a.c | d:20200101..20201231 dfn:fs/a.c",
    "d:..2022-06 x | d:..20220630 x",
    "dfa:gone OR dfb:come AND | (dfa:gone) OR (dfb:come and)",
    "nq:word | nq word",
    "mid:a@b | mid:a@b"})
  void isSaidInTheWordsOfLei(String text, String expected) {
    assertThat(LeiQuery.of(SearchSyntax.parse(text).criterion())).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fix l:linux-mm", "test:generic/208", "bug:x", "fix kind:patch", "-fix",
    "fix OR -page", "fix -two-words", "mid:\"a b\""})
  void whatLeiCannotSayIsNotSaid(String text) {
    assertThat(SearchSyntax.parse(text).error()).isEmpty();
    assertThat(LeiQuery.of(SearchSyntax.parse(text).criterion())).isEmpty();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(Arguments.of("", "nothing to search for at character 1"),
        Arguments.of("   ", "nothing to search for at character 4"),
        Arguments.of("a s:", "nothing in 's:' at character 3"),
        Arguments.of("a -", "nothing in '-' at character 3"),
        Arguments.of("a - b", "nothing in '-' at character 3"),
        Arguments.of("s:\"\"", "nothing in 's:\"\"' at character 1"),
        Arguments.of("fix \"page", "no closing \" at character 5"),
        Arguments.of("fix ->", "no word in '>' at character 5"),
        Arguments.of("fix ab*", "'ab*': write at least 3 letters before one * at character 5"),
        Arguments.of("*fix*", "'*fix*': write at least 3 letters before one * at character 1"),
        Arguments.of("fix**", "'fix**': write at least 3 letters before one * at character 1"),
        Arguments.of("long->x*",
            "'long->x*': write at least 3 letters before one * at character 1"),
        Arguments.of("fixing.*",
            "'fixing.*': write at least 3 letters before one * at character 1"),
        Arguments.of("OR fix", "nothing before OR at character 1"),
        Arguments.of("fix OR", "nothing behind OR at character 7"),
        Arguments.of("fix OR OR page", "nothing before OR at character 8"),
        Arguments.of("d:yesterday",
            "'yesterday' is no day: write 2022, 2022-06 or 2022-06-24 at character 1"),
        Arguments.of("d:2022-02-30",
            "'2022-02-30' is no day: write 2022, 2022-06 or 2022-06-24 at character 1"),
        Arguments.of("d:2022-13",
            "'2022-13' is no day: write 2022, 2022-06 or 2022-06-24 at character 1"),
        Arguments.of("d:-123",
            "'-123' is no day: write 2022, 2022-06 or 2022-06-24 at character 1"),
        Arguments.of("d:..", "'..' is no day: write 2022, 2022-06 or 2022-06-24 at character 1"),
        Arguments.of("d:+999999999-12-31",
            "'+999999999-12-31' is no day: write 2022, 2022-06 or 2022-06-24 at character 1"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongSearchIsToldWithItsPlace(String text, String error) {
    SearchSyntax read = SearchSyntax.parse(text);

    assertThat(read.error()).contains(error);
    assertThat(read.criterion()).isEqualTo(new Any(List.of()));
  }

  @Test
  void charactersAreLimited() {
    assertThat(SearchSyntax.parse("x".repeat(1_000)).error()).isEmpty();
    assertThat(SearchSyntax.parse("x".repeat(1_001)).error())
        .contains("more than 1000 characters at character 1001");
  }

  @Test
  void wordsAreLimitedHoweverTheyAreWritten() {
    String most = "ab ".repeat(64);
    assertThat(SearchSyntax.parse(most).error()).isEmpty();
    assertThat(SearchSyntax.parse(most + "one").error())
        .contains("more than 64 words at character 193");
    assertThat(SearchSyntax.parse("a-".repeat(65)).error())
        .contains("more than 64 words at character 1");
    assertThat(SearchSyntax.parse("\"" + "a ".repeat(400) + "\"").error())
        .contains("more than 64 words at character 1");
    assertThat(SearchSyntax.parse("l:x ".repeat(65)).error())
        .contains("more than 64 words at character 257");
  }

  @Test
  void noTextMakesItThrowAndEveryErrorHasAPlace() {
    Random random = Seed.printed("SearchSyntaxTest");
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      SearchSyntax read = SearchSyntax.parse(text.toString());

      read.error()
          .ifPresent(error -> assertThat(error).matches("(?s).* at character [0-9]+"));
      assertThat(CriterionQuery.of(read.criterion())).isNotNull();
    }
  }
}
