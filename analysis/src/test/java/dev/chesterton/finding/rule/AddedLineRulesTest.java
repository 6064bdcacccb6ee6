package dev.chesterton.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.Severity;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.finding.UnderReviews;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that a line of the patch is enough for. */
class AddedLineRulesTest {
  private static final String WRONG = """
       	u64 end = f->end;
      -	if (start <= f->start && f->start < end)
      +	if (f &&
      +	    (start <= f->start &&
      +	    f->start) < end)
       		return;
      """;

  @Test
  void tellsOfATruthValueThatIsCompared() {
    assertThat(check(new TruthComparedRule(), UnderReviews.of(WRONG))).singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.ERROR);
          assertThat(finding.claim()).isEqualTo("'(start <= f->start && f->start)' is 0 or 1, and"
              + " is compared by '<' with 'end'");
          assertThat(finding.place()).isInstanceOfSatisfying(AddedLine.class, line -> {
            assertThat(line.line()).isEqualTo(12);
            assertThat(line.mailLine()).isEqualTo(8);
            assertThat(line.function()).contains("f");
          });
          assertThat(finding.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.kind()).isEqualTo(EvidenceKind.OWN_LINE);
            assertThat(reason.excerpt().line()).isEqualTo(8);
            assertThat(reason.excerpt().source().key()).isEqualTo("draft@t.example");
          });
        });
  }

  @Test
  void isSilentWhereTheParenthesisStandsRight() {
    assertThat(check(new TruthComparedRule(),
        UnderReviews.of(WRONG.replace("f->start) < end)", "f->start < end))")))).isEmpty();
  }

  @Test
  void isSilentOnWhatWasWrongBefore() {
    assertThat(check(new TruthComparedRule(),
        UnderReviews.of(" \tif ((a && b) < c)\n+\t\treturn;\n"))).isEmpty();
  }

  @Test
  void isSilentInFilesThatAreNotC() {
    assertThat(check(new TruthComparedRule(), UnderReviews.of("a.rst", WRONG))).isEmpty();
  }

  @Test
  void tellsOfEachHiddenCharacterOfItsOwnLine() {
    UnderReview patch = UnderReviews.of(" int a;\n+int b\u200B1;\n-int c;\n+/* \u202E */\n");
    assertThat(check(new HiddenDirectionRule(), patch))
        .extracting(finding -> finding.place() + " " + finding.subject())
        .containsExactly("fs/a.c:11 U+200B", "fs/a.c:12 U+202E");
    assertThat(check(new HiddenDirectionRule(), patch))
        .extracting(finding -> finding.reasons().getFirst().excerpt().line())
        .containsExactly(6, 8);
  }

  @Test
  void isSilentOnHiddenCharactersThatAreRemovedOrStay() {
    assertThat(check(new HiddenDirectionRule(),
        UnderReviews.of(" int b\u200B1;\n-/* \u202E */\n+int a;\n"))).isEmpty();
  }

  @Test
  void isSilentInTranslations() {
    UnderReview patch = UnderReviews.of("po/ar.po", "+msgstr \"\u202B\"\n");
    assertThat(check(new HiddenDirectionRule(), patch)).isEmpty();
  }

  @Test
  void tellsOfTwoLinesThoughBothRestOnOneMail() {
    UnderReview patch = UnderReviews.of("+\tif ((a && b) < c)\n+\t\tx = (d || e) > f;\n");
    RuleBook book = RuleBook.ofProgram();
    assertThat(book.check(patch, none(), KnownReasons.NONE)).hasSize(2);
  }

  private static Losses none() {
    return new Losses(List.of(), List.of(), List.of(), List.of(), Set.of(), List.of());
  }

  private static List<Finding> check(Rule rule, UnderReview patch) {
    return rule.check(new RuleContext(patch, none(), KnownReasons.NONE,
        RuleBook.ofProgram().page(rule.id().value()).orElseThrow()));
  }
}
