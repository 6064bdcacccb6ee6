package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.finding.Claim;
import dev.chesterton.finding.Claim.Verdict;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Index;
import dev.chesterton.link.TestMail;
import dev.chesterton.patch.Posting.Patch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Citations of a patch that is in no store, checked against the sample tree. */
class ClaimTest {

  @TempDir
  private static Path folder;

  private static Index samples;
  private static Index noTree;

  @BeforeAll
  static void open() throws Exception {
    samples = Index.open(SampleStore.in(Files.createDirectory(folder.resolve("s"))).folder());
    noTree = TestMail.store(Files.createDirectory(folder.resolve("n")),
        TestMail.of("letter", "hello", "1 Jun 2024", "Hello.\n"));
  }

  @AfterAll
  static void close() {
    samples.close();
    noTree.close();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', textBlock = """
      commit 231558bb64e0 ("cairnfs: keep the page dirty when the fixup worker fails") | CORRECT
      commit 231558bb64e0 ("cairnfs: keep the page when the fixup worker fails")       | TITLE_DIFFERS
      As of commit 231558bb64e0 it is.                                                  | NO_TITLE
      commit 231558bb64ef ("cairnfs: keep the page dirty when the fixup worker fails") | UNKNOWN
      """)
  void judgesACitation(String line, Verdict verdict) {
    assertThat(review(samples, line, new AsOf.Now()).claims()).singleElement()
        .satisfies(claim -> {
          assertThat(claim.verdict()).isEqualTo(verdict);
          assertThat(claim.words().words()).isEqualTo(line);
          assertThat(claim.words().source().key()).isEqualTo("draft@t.example");
          assertThat(claim.commit().key()).startsWith("231558bb64e");
        });
  }

  @Test
  void saysWhichCommitHasTheTitleOfAFixesWithAnUnknownId() {
    String title = "cairnfs: keep the page dirty when the fixup worker fails";
    Review review = review(samples, "Fixes: 231558bb64ef (\"" + title + "\")", new AsOf.Now());
    assertThat(review.claims()).singleElement().satisfies(claim -> {
      assertThat(claim.verdict()).isEqualTo(Verdict.OTHER_ID);
      assertThat(claim.commit().key()).startsWith("231558bb64e0");
    });
    assertThat(review.findings()).extracting(finding -> finding.rule().value())
        .contains("fixes-mismatch");
  }

  @Test
  void takesTheWordOfTwoOthersWhereThereIsNoTree() throws Exception {
    String right = "Fixes: 0a1b2c3d4e5f (\"cairnfs: fix the walk over extents\")\n";
    Path empty = Files.createDirectory(folder.resolve("o"));
    try (Index index = TestMail.store(empty, List.of(citing("one", "ann@t.example", right),
        citing("two", "bob@t.example", right)))) {
      assertThat(verdict(index, "mm: count pages once")).isEqualTo(Verdict.NO_TREE);
    }
    Path full = Files.createDirectory(folder.resolve("p"));
    try (Index index = TestMail.store(full, List.of(citing("one", "cat@t.example", right),
        citing("two", "bob@t.example", right)))) {
      assertThat(verdict(index, "mm: count pages once")).isEqualTo(Verdict.OTHERS_DIFFER);
      assertThat(verdict(index, "cairnfs: fix the walk")).isEqualTo(Verdict.NO_TREE);
      assertThat(verdict(index, "cairnfs: fix the walk over extends"))
          .isEqualTo(Verdict.NO_TREE);
    }
  }

  private static Verdict verdict(Index index, String title) {
    return review(index, "Fixes: 0a1b2c3d4e5f (\"%s\")".formatted(title), new AsOf.Now()).claims()
        .getFirst()
        .verdict();
  }

  private static String citing(String id, String sender, String trailer) {
    return TestMail.of(id, "[PATCH] cairnfs: mend " + id, "1 May 2024", """
        Words.

        %s---
        diff --git a/a.c b/a.c
        --- a/a.c
        +++ b/a.c
        @@ -1 +1,2 @@
         int a;
        +int %s;
        """.formatted(trailer, id)).toString().replace("ann@t.example", sender);
  }

  @Test
  void saysThatThereIsNoTreeToJudgeBy() {
    assertThat(review(noTree, "Since commit 231558bb64e0 it is.", new AsOf.Now()).claims())
        .extracting(Claim::verdict)
        .containsExactly(Verdict.NO_TREE);
  }

  @Test
  void knowsNoCommitOfLaterThanTheBound() {
    AsOf before = new AsOf.At(Instant.parse("2017-01-01T00:00:00Z"));
    assertThat(review(samples, "Since commit 231558bb64e0 it is.", before).claims())
        .extracting(Claim::verdict)
        .containsExactly(Verdict.UNKNOWN);
  }

  @Test
  void judgesTheLogAndNotTheDiff() {
    assertThat(review(samples, "Words.", new AsOf.Now()).claims()).isEmpty();
  }

  @Test
  void namesWhatAPatchOutsideOfTheStoreCites() {
    Review review = review(samples, "Since commit 231558bb64e0 generic/208 passes.",
        new AsOf.Now());
    assertThat(review.head()).isEmpty();
    assertThat(review.commits()).extracting(commit -> commit.commit().key().substring(0, 12))
        .contains("231558bb64e0");
    assertThat(review.tests()).extracting(NamedTest::name).contains("generic/208");
  }

  @Test
  void readsADraftAnewThoughItKeepsItsMessageId() {
    Reviewer reviewer = new Reviewer(samples, RuleBook.ofProgram());
    Patch one = draft("Words.", "one();");
    Patch other = draft("Words.", "other();");
    assertThat(reviewer.review(one, List.of(one), new AsOf.Now()).losses().calls()).hasSize(1);
    assertThat(reviewer.review(other, List.of(other), new AsOf.Now()).losses().calls())
        .singleElement()
        .satisfies(call -> assertThat(call.callee()).isEqualTo("other"));
  }

  private static Review review(Index index, String line, AsOf asOf) {
    Patch patch = draft(line, "one();");
    return new Reviewer(index, RuleBook.ofProgram())
        .review(patch, List.of(patch), asOf);
  }

  private static Patch draft(String line, String call) {
    return TestMail.of("draft", "[PATCH] cairnfs: drop it", "1 Jun 2024", """
        %s
        ---
        diff --git a/a.c b/a.c
        --- a/a.c
        +++ b/a.c
        @@ -1,2 +1 @@ int f(void)
        -	%s
         	/* see commit 4b0b548f7d2e */
        """.formatted(line, call)).patch();
  }
}
