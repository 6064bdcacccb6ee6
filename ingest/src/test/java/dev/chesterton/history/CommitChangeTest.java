package dev.chesterton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.Hunk;
import dev.chesterton.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitChangeTest {

  private static final String NUMBERS = IntStream.rangeClosed(1, 20)
      .mapToObj(i -> "\tline " + i + "\n")
      .collect(Collectors.joining());

  @TempDir
  Path folder;

  private TestTree made;

  @BeforeEach
  void makeTree() throws IOException {
    made = new TestTree(folder.resolve("tree.git"));
  }

  @AfterEach
  void closeTree() {
    made.close();
  }

  @Test
  void writesHunksAsGitDoes() throws IOException {
    String before = "int f(void)  \n{\n" + NUMBERS + "}\n";

    Hunk hunk = onlyFile(before, before.replace("line 10\n", "line ten\n\tmore\n")).hunks()
        .getFirst();

    assertThat(hunk.section()).isEqualTo("int f(void)");
    assertThat(List.of(hunk.oldStart(), hunk.oldCount(), hunk.newStart(), hunk.newCount()))
        .containsExactly(9, 7, 9, 8);
    assertThat(hunk.lines()).extracting(line -> line.kind() + line.text())
        .containsExactly(
            "CONTEXT\tline 7", "CONTEXT\tline 8", "CONTEXT\tline 9", "REMOVED\tline 10",
            "ADDED\tline ten", "ADDED\tmore", "CONTEXT\tline 11", "CONTEXT\tline 12",
            "CONTEXT\tline 13");
    assertThat(hunk.lines().get(3)).extracting(DiffLine::oldLine, DiffLine::newLine)
        .containsExactly(12, 12);
    assertThat(hunk.lines().get(5)).extracting(DiffLine::oldLine, DiffLine::newLine)
        .containsExactly(13, 13);
  }

  @Test
  void joinsHunksWhoseContextMeets() throws IOException {
    assertThat(onlyFile(NUMBERS, change(NUMBERS, 5, 12)).hunks()).hasSize(1);
    assertThat(onlyFile(NUMBERS, change(NUMBERS, 5, 13)).hunks()).hasSize(2);
  }

  @Test
  void countsAnEmptySideFromZero() throws IOException {
    CommitId empty = made.commit(Map.of("b", "b\n"));
    CommitId full = made.commit(Map.of("a", "1\n2\n", "b", "b\n"), empty);
    CommitId gone = made.commit(Map.of("b", "b\n"), full);

    FileChange added = read(full).change().files().getFirst();
    FileChange deleted = read(gone).change().files().getFirst();

    assertThat(added.kind()).isEqualTo(FileChange.Kind.ADDED);
    assertThat(added.oldPath()).isEqualTo(new FilePath("a"));
    assertThat(added.hunks().getFirst().oldStart()).isZero();
    assertThat(added.hunks().getFirst().newStart()).isEqualTo(1);
    assertThat(deleted.kind()).isEqualTo(FileChange.Kind.DELETED);
    assertThat(deleted.newPath()).isEqualTo(new FilePath("a"));
    assertThat(deleted.hunks().getFirst().newStart()).isZero();
  }

  @Test
  void seesALineEndThatIsMissing() throws IOException {
    FileChange file = onlyFile("a\nb\n", "a\nb");

    assertThat(file.removed().map(DiffLine::text)).containsExactly("b");
    assertThat(file.added().map(DiffLine::text)).containsExactly("b");
  }

  @Test
  void findsARenamedFile() throws IOException {
    CommitId before = made.commit(Map.of("old/name.c", NUMBERS));
    CommitId after = made.commit(Map.of("new/name.c", change(NUMBERS, 5)), before);

    FileChange file = read(after).change().files().getFirst();

    assertThat(file.kind()).isEqualTo(FileChange.Kind.RENAMED);
    assertThat(file.oldPath()).isEqualTo(new FilePath("old/name.c"));
    assertThat(file.newPath()).isEqualTo(new FilePath("new/name.c"));
    assertThat(file.removed()).hasSize(1);
  }

  @Test
  void marksBinaryFilesButNotALoneCarriageReturn() throws IOException {
    CommitId binary = made.commitBytes(
        Map.of("a", new byte[]{1, 0, 2}, "b", new byte[]{65, 13, 66}),
        "x");

    assertThat(read(binary).change().files()).extracting(FileChange::binary)
        .containsExactly(true, false);
  }

  @Test
  void leavesOutFilesThatAreTooLongAndSaysSo() throws IOException {
    CommitId big = made.commitBytes(Map.of("big", new byte[TreeLimits.DEFAULT.maxFileBytes() + 1]),
        "x");

    Commit commit = read(big);

    assertThat(commit.change().files()).extracting(FileChange::binary).containsExactly(true);
    assertThat(commit.problems()).containsExactly(new Problem("test: " + big,
        "'big' has 8388609 bytes, more than 8388608: hunks left out"));
  }

  @Test
  void keepsNoMoreLinesThanTheLimitAndSaysSo() throws IOException {
    CommitId big = made.commit(
        Map.of("a", "x\n".repeat(TreeLimits.DEFAULT.maxLines() - 1), "b", "y\ny\n", "c", "z\n"));

    Commit commit = read(big);

    assertThat(commit.change().files()).extracting(file -> file.hunks().size())
        .containsExactly(1, 0, 0);
    assertThat(commit.problems()).extracting(Problem::what)
        .containsExactly("more than 500000 lines: the hunks of 2 files left out");
  }

  @Test
  void theSettingsSayWhereACommitIsCut() throws IOException {
    CommitId commit = made.commit(
        Map.of("a", "long ".repeat(300), "b", "x\ny\n", "c", "z\n", "d", "w\n"));

    assertThat(problems(commit, new TreeLimits(1_024, 2, 100))).containsExactly(
        "'a' has 1500 bytes, more than 1024: hunks left out",
        "more than 2 lines: the hunks of 2 files left out");
    assertThat(problems(commit, new TreeLimits(1_500, 5, 3)))
        .containsExactly("more than 3 files and folders: the rest left out");
    assertThat(problems(commit, new TreeLimits(1_500, 5, 4))).isEmpty();
  }

  private List<String> problems(CommitId id, TreeLimits limits) {
    try (SourceTree tree = SourceTree.open(folder.resolve("tree.git"), "test", limits)) {
      return tree.commit(id).orElseThrow().problems().stream().map(Problem::what).toList();
    }
  }

  @Test
  void endsOnALongTableWithoutARareLine() throws IOException {
    String before = IntStream.range(0, 300_000)
        .mapToObj(i -> (i * 7919L) % 100 + "\n")
        .collect(Collectors.joining());
    String after = IntStream.range(0, 300_000)
        .mapToObj(i -> (i * 104_729L) % 101 + "\n")
        .collect(Collectors.joining());

    assertThat(onlyFile("first\n" + before, "other\n" + after).hunks()).hasSizeLessThan(2);
  }

  @Test
  void doesNotTakeTheEdgeOfACutHistoryForAnImport() throws IOException {
    CommitId lost = made.commit(Map.of("a", "1\n"));
    CommitId edge = made.commit(Map.of("a", "2\n"), lost);
    Files.writeString(folder.resolve("tree.git/shallow"), edge + "\n");

    Commit commit = read(edge);

    assertThat(commit.change()).isEqualTo(Change.NONE);
    assertThat(commit.problems()).extracting(Problem::what)
        .containsExactly("history is cut off here: no change");
  }

  private FileChange onlyFile(String before, String after) throws IOException {
    CommitId old = made.commit(Map.of("a", before));
    return read(made.commit(Map.of("a", after), old)).change().files().getFirst();
  }

  private static String change(String text, int... numbers) {
    String changed = text;
    for (int number : numbers) {
      changed = changed.replace("line " + number + "\n", "changed " + number + "\n");
    }
    return changed;
  }

  private Commit read(CommitId id) {
    try (SourceTree tree = SourceTree.open(folder.resolve("tree.git"), "test")) {
      return tree.commit(id).orElseThrow();
    }
  }
}
