package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the user's folders. */
class RuleFilesTest {

  @TempDir
  private Path folder;

  @Test
  void readsAFolderInTheOrderOfNames() throws IOException {
    write("b.md", rule("second", "lost-call", "warning"));
    write("a.md", rule("first", "added-line", "error"));
    write("notes.txt", "no rule");
    Parsed<List<RulePage>> read = RuleFiles.read(List.of(folder.resolve("none"), folder));
    assertThat(read.problems()).isEmpty();
    assertThat(read.value()).extracting(page -> page.id().value())
        .containsExactly("first", "second");
    assertThat(read.value()).extracting(page -> page.kind().orElseThrow())
        .containsExactly(PatternKind.ADDED_LINE, PatternKind.LOST_CALL);
  }

  @Test
  void tellsFileAndLineOfWhatItCannotReadAndGoesOn() throws IOException {
    write("a.md", rule("first", "lost-call", "loud"));
    write("b.md", "no head");
    Files.write(folder.resolve("c.md"), new byte[]{(byte) 0xff, (byte) 0xfe});
    write("d.md", "x".repeat(RuleFiles.MAX_RULE_FILE + 1));
    Files.createDirectory(folder.resolve("e.md"));
    write("f.md", rule("good", "lost-line", "check"));
    Parsed<List<RulePage>> read = RuleFiles.read(List.of(folder));
    assertThat(read.value()).extracting(page -> page.id().value()).containsExactly("good");
    assertThat(read.problems()).extracting(Problem::toString)
        .contains(folder.resolve("a.md") + ":4: severity 'loud' is none of error, warning, check",
            folder.resolve("b.md") + ":1: no head between two lines ---",
            folder.resolve("c.md") + ": is not UTF-8, the rule is left out")
        .anyMatch(problem -> problem.startsWith(folder.resolve("d.md") + ": longer than"))
        .anyMatch(problem -> problem.startsWith(folder.resolve("e.md") + ": is no regular file"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', textBlock = """
      kind: lost-call | kind: gone      | 6: kind 'gone' is none of lost-call, lost-line, added-line
      match.name: f_* | since: 1        | 7: 'since' is given twice
      id: one         | id: One Two     | 2: id 'One Two' is not lower-case words joined by -
      id: one         | id: ../one      | 2: id '../one' is not lower-case words joined by -
      """)
  void namesTheLineOfAMistake(String right, String wrong, String problem) throws IOException {
    write("a.md", rule("one", "lost-call", "warning").replace(right, wrong));
    assertThat(RuleFiles.read(List.of(folder)).problems()).extracting(Problem::toString)
        .contains(folder.resolve("a.md") + ":" + problem);
  }

  @Test
  void leavesOutARuleWithNeitherKindNorCode() throws IOException {
    write("a.md", rule("mine", "lost-call", "warning").replace("kind: lost-call\n", ""));
    Parsed<RuleBook> book = RuleBook.ofProgram().with(RuleFiles.read(List.of(folder)).value());
    assertThat(book.value().page("mine")).isEmpty();
    assertThat(book.problems()).extracting(Problem::toString)
        .containsExactly(folder.resolve("a.md") + ":1: no 'kind' in the head, and no rule with code"
            + " is named 'mine'; the rule is left out");
  }

  @Test
  void replacesAShippedRuleOfTheSameIdInItsPlace() throws IOException {
    write("a.md", rule("removed-fix", "lost-call", "check"));
    write("b.md", rule("removed-guard", "", "error").replace("kind: \n", ""));
    RuleBook before = RuleBook.ofProgram();
    RuleBook after = before.with(RuleFiles.read(List.of(folder)).value()).value();
    assertThat(after.pages()).extracting(RulePage::id)
        .containsExactlyElementsOf(before.pages().stream().map(RulePage::id).toList());
    assertThat(after.page("removed-fix").orElseThrow().kind()).contains(PatternKind.LOST_CALL);
    assertThat(after.page("removed-guard").orElseThrow().severity()).isEqualTo(Severity.ERROR);
    assertThat(after.version()).isNotEqualTo(before.version());
  }

  @Test
  void firesWhereTheNamesAreAndIsSilentElsewhere() throws IOException {
    write("call.md", rule("call", "lost-call", "warning") + """
        ## Must fire
        ```diff
        --- a/a.c
        +++ b/a.c
        @@ -1,3 +1,2 @@ int f(void)
         	int a;
        -	f_lock(&a);
         	return a;
        ```
        ## Must stay silent
        ```diff
        --- a/a.c
        +++ b/a.c
        @@ -1,3 +1,3 @@ int f(void)
         	int a;
        -	f_lock(&a);
        +	f_lock(&b);
         	return a;
        ```
        """);
    write("line.md", rule("line", "lost-line", "warning") + """
        ## Must fire
        ```diff
        --- a/Makefile
        +++ b/Makefile
        @@ -1,2 +1 @@
         obj-y += a.o
        -obj-y += f_b.o
        ```
        """);
    write("zadded.md", rule("zadded", "added-line", "warning") + """
        ## Must fire
        ```diff
        --- a/a.c
        +++ b/a.c
        @@ -1,2 +1,3 @@ int f(void)
         	int a;
        +	a = f_max;
         	return a;
        ```
        ## Must stay silent
        ```diff
        --- a/a.c
        +++ b/a.c
        @@ -1,2 +1,4 @@ int f(void)
         	int a = f_max;
        +	/* no f_max here */
        +	a = "f_max";
         	return a;
        ```
        """);
    RuleBook book = RuleBook.ofProgram().with(RuleFiles.read(List.of(folder)).value()).value();
    for (String id : List.of("call", "line", "zadded")) {
      assertThat(RuleTrial.of(book, book.page(id).orElseThrow())).as(id)
          .isNotEmpty()
          .allMatch(RuleTrial::isGood);
    }
  }

  @Test
  void tellsOfALossWithoutAFixOnlyAsSomethingToLookAt() throws IOException {
    UnderReview patch = UnderReviews.of(" \tint a;\n-\tf_lock(&a);\n \treturn a;\n");
    assertThat(check("warning", patch)).isEmpty();
    assertThat(check("check", patch)).singleElement().satisfies(finding -> {
      assertThat(finding.severity()).isEqualTo(Severity.CHECK);
      assertThat(finding.reasons()).extracting(Reason::kind)
          .containsExactly(EvidenceKind.OWN_LINE);
      assertThat(finding.reasons().getFirst().excerpt().line()).isEqualTo(6);
    });
  }

  private List<Finding> check(String severity, UnderReview patch) throws IOException {
    write("a.md", rule("mine", "lost-call", severity));
    RuleBook book = RuleBook.ofProgram().with(RuleFiles.read(List.of(folder)).value()).value();
    Losses losses = new LossFinder(List.of(patch.patch().change())).find(patch.patch().change());
    return book.check(patch, losses, Reasons.NONE);
  }

  @Test
  void keepsThePromisesOfTheShippedSamples() {
    RuleBook book = RuleBook.ofProgram();
    for (RulePage page : book.pages()) {
      assertThat(RuleTrial.of(book, page)).as(page.id().value()).allMatch(RuleTrial::isGood);
    }
    assertThat(RuleTrial.of(book, book.page("truth-compared").orElseThrow())).hasSize(4);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String rule(String id, String kind, String severity) {
    return """
        ---
        id: %s
        title: A rule of mine
        severity: %s
        since: 1
        kind: %s
        match.name: f_*
        ---
        Words.

        """.formatted(id, severity, kind);
  }
}
