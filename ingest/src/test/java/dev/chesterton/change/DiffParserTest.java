package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.ReadLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffParserTest {

  private static final String HEADER = """
      diff --git a/fs/walk.c b/fs/walk.c
      index 1111111..2222222 100644
      --- a/fs/walk.c
      +++ b/fs/walk.c
      """;

  private static Parsed<DiffText> parse(String text) {
    return DiffParser.parse(text, 1);
  }

  private static FileChange only(String text) {
    List<FileChange> files = parse(text).value().change().files();
    assertThat(files).hasSize(1);
    return files.getFirst();
  }

  private static List<String> problems(String text) {
    return parse(text).problems().stream().map(Problem::toString).toList();
  }

  private static List<String> added(FileChange file) {
    return file.added().map(DiffLine::text).toList();
  }

  private static List<String> removed(FileChange file) {
    return file.removed().map(DiffLine::text).toList();
  }

  @Test
  void findsNoDiffInProse() {
    Parsed<DiffText> parsed = parse("Hello,\n\n--- a thought ---\n+++ more\n- a list\n");
    assertThat(parsed.value()).isEqualTo(DiffText.NONE);
    assertThat(parsed.problems()).isEmpty();
  }

  @Test
  void numbersLinesOnBothSides() {
    FileChange file = only(
        HEADER + "@@ -10,3 +20,3 @@ int walk(void)\n one\n-two\n+deux\n three\n");
    assertThat(file.lines()).containsExactly(
        new DiffLine(DiffLine.Kind.CONTEXT, "one", 10, 20),
        new DiffLine(DiffLine.Kind.REMOVED, "two", 11, 21),
        new DiffLine(DiffLine.Kind.ADDED, "deux", 12, 21),
        new DiffLine(DiffLine.Kind.CONTEXT, "three", 12, 22));
    assertThat(file.hunks().getFirst().section()).isEqualTo("int walk(void)");
  }

  @Test
  void takesAnEmptySideAsStandingBehindTheNamedLine() {
    assertThat(only(HEADER + "@@ -5,0 +6 @@\n+new\n").lines())
        .containsExactly(new DiffLine(DiffLine.Kind.ADDED, "new", 6, 6));
    assertThat(only(HEADER + "@@ -6 +5,0 @@\n-old\n").lines())
        .containsExactly(new DiffLine(DiffLine.Kind.REMOVED, "old", 6, 6));
  }

  @Test
  void tellsWhereInTheTextTheDiffStands() {
    String text = "log\n---\n" + HEADER + "@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n";
    DiffText diff = DiffParser.parse(text, 2).value();
    assertThat(diff.firstLine()).isEqualTo(3);
    assertThat(diff.lastLine()).isEqualTo(9);
    assertThat(diff.change().files().getFirst().hunks().getFirst().textLine()).isEqualTo(7);
  }

  @Test
  void looksOnlyFromTheGivenLineOn() {
    String first = HEADER + "@@ -1 +1 @@\n-a\n+b\n";
    assertThat(DiffParser.parse(first, 5).value().isEmpty()).isTrue();
  }

  @Test
  void leavesIndentedAndQuotedDiffsAlone() {
    String diff = HEADER + "@@ -1 +1 @@\n-a\n+b\n";
    assertThat(parse(diff.indent(4)).value().isEmpty()).isTrue();
    assertThat(parse("> " + diff.replace("\n", "\n> ")).value().isEmpty()).isTrue();
  }

  @Test
  void keepsTheSignatureOutOfAHunkThatPromisesTooMuch() {
    String text = HEADER + "@@ -1,9 +1,9 @@\n a\n-b\n+c\n-- \n2.39.5\n\n";
    assertThat(removed(only(text))).containsExactly("b");
    assertThat(problems(text))
        .containsExactly("line 5: 'fs/walk.c': hunk promises 9 lines before and"
            + " 9 after, has 2 and 2; taken as it is");
  }

  @Test
  void readsARemovedLineThatLooksLikeASignature() {
    assertThat(removed(only(HEADER + "@@ -1,3 +1,2 @@\n a\n-- \n b\n"))).containsExactly("- ");
    assertThat(removed(only(HEADER + "@@ -1,2 +1 @@\n a\n-- \n"))).containsExactly("- ");
  }

  // 144fcb98c1e5216b37ddd75efa54bcb9bc7095ba.1659090871.git.anand.jain@oracle.com
  @Test
  void readsLinesBeyondThePromiseIfADiffGoesOnBehindThem() {
    String text = HEADER + "@@ -1,2 +1,2 @@\n a\n-b\n+c\n+d\n@@ -9 +10 @@\n-e\n+f\n";
    assertThat(added(only(text))).containsExactly("c", "d", "f");
    assertThat(problems(text)).hasSize(1);
  }

  @Test
  void takesAListBehindTheLastHunkForProse() {
    String text = HEADER + "@@ -1 +1 @@\n-a\n+b\n\nWhat is left:\n- test it\n- document it\n";
    assertThat(removed(only(text))).containsExactly("a");
    assertThat(problems(text)).isEmpty();
  }

  @Test
  void takesARuleOfDashesForNoRemovedLine() {
    // b657d749-4ed6-076b-725b-9c6c7dcc1050@oracle.com
    String text = "-------\n" + HEADER + "@@ -1 +1 @@\n-a\n+b\n-------\n\nThanks\n";
    assertThat(removed(only(text))).containsExactly("a");
  }

  @Test
  void acceptsContextLinesThatLostTheirSpace() {
    FileChange file = only(HEADER + "@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n");
    assertThat(file.hunks().getFirst().oldCount()).isEqualTo(3);
    assertThat(file.lines().skip(1).findFirst().orElseThrow().text()).isEmpty();
  }

  @Test
  void dropsBlankLinesBehindATruncatedHunk() {
    String text = HEADER + "@@ -1,6 +1,7 @@\n a\n+b\n\n\nRegards,\nA\n";
    assertThat(only(text).hunks().getFirst().lines()).hasSize(2);
  }

  @Test
  void joinsALineThatAMailProgramWrapped() {
    String text = HEADER + "@@ -1,2 +1,4 @@\n a\n"
        + "+\t/* a comment that is long enough to be broken by programs that\n"
        + "wrap */\n+b();\n c\n";
    assertThat(added(only(text))).containsExactly(
        "\t/* a comment that is long enough to be broken by programs that wrap */", "b();");
    assertThat(problems(text))
        .containsExactly("line 5: 'fs/walk.c': line was wrapped; joined to the line before");
  }

  @Test
  void joinsAWrappedHunkHeader() {
    String text = HEADER + "@@ -1838,2 +1838,2 @@ static int process_contiguous_pages(struct\n"
        + "address_space *mapping,\n a\n-b\n+c\n";
    assertThat(only(text).hunks().getFirst().section())
        .isEqualTo("static int process_contiguous_pages(struct address_space *mapping,");
  }

  @Test
  void readsCarriageReturnsOfAWholeMailAsLineEnds() {
    String text = (HEADER + "@@ -1 +1 @@\n-a\n+b\n").replace("\n", "\r\n");
    assertThat(added(only(text))).containsExactly("b");
    assertThat(problems(text))
        .containsExactly("line 1: lines of the diff end in CR LF; read as LF");
  }

  @Test
  void keepsCarriageReturnsOfAFile() {
    assertThat(added(only(HEADER + "@@ -1 +1 @@\n-a\r\n+b\r\n"))).containsExactly("b\r");
  }

  @Test
  void skipsCombinedDiffsAndSaysSo() {
    String text = """
        diff --cc fs/walk.c
        index 1,2..3
        --- a/fs/walk.c
        +++ b/fs/walk.c
        @@@ -1,2 -1,2 +1,3 @@@
          a
        ++b
        """;
    assertThat(parse(text).value().isEmpty()).isTrue();
    assertThat(problems(text)).containsExactly("line 5: combined diff of a merge skipped");
  }

  @Test
  void skipsHunksWithoutAFile() {
    assertThat(problems("@@ -1 +1 @@\n-a\n+b\n"))
        .containsExactly("line 1: hunk without a file or with unreadable numbers skipped");
  }

  @Test
  void skipsNumbersThatFitNoFile() {
    String text = HEADER + "@@ -99999999999 +1 @@\n-a\n+b\n";
    assertThat(parse(text).value().isEmpty()).isTrue();
    assertThat(problems(text)).hasSize(2);
  }

  @Test
  void givesAHunkBehindProseToItsFile() {
    String text = HEADER + "@@ -1 +1 @@\n-a\n+b\n\nand below\n\n@@ -9 +9 @@\n-c\n+d\n";
    assertThat(added(only(text))).containsExactly("b", "d");
    assertThat(problems(text))
        .containsExactly("line 11: hunk apart from its file; taken as one of 'fs/walk.c'");
  }

  @Test
  void marksBinaryContentWithoutReadingIt() {
    String text = "diff --git a/logo.png b/logo.png\nnew file mode 100644\n"
        + "index 0000000000000000000000000000000000000000..1111111111111111111111111111111111111111\n"
        + "GIT binary patch\nliteral 3\nKcmZQz\n\nliteral 0\nHcmV?d00001\n\n" + HEADER
        + "@@ -1 +1 @@\n-a\n+b\n";
    List<FileChange> files = parse(text).value().change().files();
    assertThat(files).hasSize(2);
    assertThat(files.getFirst().binary()).isTrue();
    assertThat(files.getFirst().kind()).isEqualTo(FileChange.Kind.ADDED);
    assertThat(files.getFirst().hunks()).isEmpty();
  }

  @Test
  void tellsRenamesByBothPaths() {
    FileChange file = only("""
        diff --git a/old/x.c b/new/x.c
        similarity index 100%
        rename from old/x.c
        rename to new/x.c
        """);
    assertThat(file.kind()).isEqualTo(FileChange.Kind.RENAMED);
    assertThat(file.oldPath()).isEqualTo(new FilePath("old/x.c"));
    assertThat(file.newPath()).isEqualTo(new FilePath("new/x.c"));
  }

  @Test
  void keepsPathsThatHaveNoPrefix() {
    FileChange file = only("""
        diff --git fs/walk.c fs/walk.c
        --- fs/walk.c
        +++ fs/walk.c
        @@ -1 +1 @@
        -a
        +b
        """);
    assertThat(file.newPath()).isEqualTo(new FilePath("fs/walk.c"));
  }

  @Test
  void dropsTheNamesOfTwoTrees() {
    FileChange file = only("""
        --- linux-6.1.orig/fs/walk.c\t2022-12-11 23:15:18.000000000 +0100
        +++ linux-6.1/fs/walk.c\t2022-12-12 10:00:00.000000000 +0100
        @@ -1 +1 @@
        -a
        +b
        """);
    assertThat(file.oldPath()).isEqualTo(new FilePath("fs/walk.c"));
  }

  @Test
  void takesTheFirstSecondOf1970ForAMissingFile() {
    FileChange file = only("""
        --- a/fs/new.c\t1970-01-01 01:00:00.000000000 +0100
        +++ b/fs/new.c\t2022-12-12 10:00:00.000000000 +0100
        @@ -0,0 +1 @@
        +b
        """);
    assertThat(file.kind()).isEqualTo(FileChange.Kind.ADDED);
  }

  @Test
  void readsQuotedPaths() {
    FileChange file = only(
        """
            diff --git "a/t/tab\\tgr\\303\\274n.c" "b/t/tab\\tgr\\303\\274n.c"
            old mode 100644
            new mode 100755
            """);
    assertThat(file.newPath()).isEqualTo(new FilePath("t/tab\tgrün.c"));
  }

  @Test
  void tellsOfADiffBehindTheSignature() {
    String one = HEADER + "@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\n";
    assertThat(parse(one + one).value().change().files()).hasSize(2);
    assertThat(problems(one + one))
        .containsExactly("line 11: another diff behind the signature; git applies it too");
  }

  @Test
  void cutsAtTheLimitOfFiles() {
    String text = "diff --git a/x b/x\nold mode 100644\nnew mode 100755\n"
        .repeat(ReadLimits.DEFAULT.maxFiles() + 10);
    Parsed<DiffText> parsed = parse(text);
    assertThat(parsed.value().change().files().size()).isEqualTo(ReadLimits.DEFAULT.maxFiles());
    assertThat(parsed.problems()).singleElement().asString().contains("diff cut at 5000 files");
  }

  @Test
  void cutsAtTheLimitOfHunks() {
    String text = HEADER + "@@ -1 +1 @@\n-a\n+b\n".repeat(ReadLimits.DEFAULT.maxHunks() + 10);
    assertThat(only(text).hunks().size()).isEqualTo(ReadLimits.DEFAULT.maxHunks());
  }
}
