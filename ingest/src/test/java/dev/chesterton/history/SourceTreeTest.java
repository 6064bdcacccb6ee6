package dev.chesterton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.change.FilePath;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Checkpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeTest {

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
  void givesParentsBeforeChildrenAndMergesWithoutChange() throws IOException {
    CommitId root = made.commit(Map.of("a", "1\n"));
    CommitId left = made.commit(Map.of("a", "2\n"), root);
    CommitId right = made.commit(Map.of("a", "1\n", "b", "1\n"), root);
    CommitId merge = made.commit(Map.of("a", "2\n", "b", "1\n"), left, right);

    List<Commit> commits = commits(Checkpoint.START);

    assertThat(commits).extracting(Commit::id)
        .startsWith(root)
        .endsWith(merge)
        .containsExactlyInAnyOrder(root, left, right, merge);
    assertThat(commits.getLast().parents()).containsExactly(left, right);
    assertThat(commits.getLast().change().isEmpty()).isTrue();
    assertThat(commits.getFirst().change().added()).hasSize(1);
  }

  @Test
  void readsOnFromACheckpoint() throws IOException {
    CommitId one = made.commit(Map.of("a", "1\n"));
    CommitId two = made.commit(Map.of("a", "2\n"), one);
    CommitId three = made.commit(Map.of("a", "3\n"), two);

    assertThat(commits(SourceTree.checkpoint(one))).extracting(Commit::id)
        .containsExactly(two, three);
    assertThat(commits(SourceTree.checkpoint(three))).isEmpty();
  }

  @Test
  void readsEverythingAgainWhenTheCheckpointIsGone() throws IOException {
    CommitId one = made.commit(Map.of("a", "1\n"));

    assertThat(commits(new Checkpoint("0".repeat(40)))).extracting(Commit::id).containsExactly(one);
    assertThat(commits(new Checkpoint("HEAD~1"))).extracting(Commit::id).containsExactly(one);
  }

  @Test
  void readsTheBranchThatIsNamed() throws IOException {
    CommitId one = made.commit(Map.of("a", "1\n"));
    CommitId two = made.commit(Map.of("a", "2\n"), one);
    made.point("refs/heads/stable", one);

    try (SourceTree tree = open();
        Stream<Commit> stable = tree.commits(Optional.of("stable"),
            Checkpoint.START)) {
      assertThat(stable).extracting(Commit::id).containsExactly(one);
      assertThat(tree.head(Optional.of("refs/heads/stable"))).isEqualTo(one);
      assertThat(tree.head(Optional.empty())).isEqualTo(two);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"master~1", "master^{tree}", "HEAD@{1}", ":/title", "--all", "../HEAD",
    "",
    "gone", "refs/heads/../../HEAD"})
  void takesNoRevisionExpressionForABranch(String branch) throws IOException {
    made.commit(Map.of("a", "2\n"), made.commit(Map.of("a", "1\n")));

    try (SourceTree tree = open()) {
      assertThatThrownBy(() -> tree.head(Optional.of(branch))).isInstanceOf(ArchiveException.class)
          .hasMessage("tree 'test': no commit at branch '" + branch
              + "'; name another in chesterton.tree.test.branch");
    }
  }

  @Test
  void findsACommitByItsFirstDigits() throws IOException {
    CommitId one = made.commit(Map.of("a", "1\n"));

    try (SourceTree tree = open()) {
      Resolution found = new Resolution.Found(one);
      assertThat(tree.resolve(one.hex().substring(0, 7))).isEqualTo(found);
      assertThat(tree.resolve(one.hex().toUpperCase(Locale.ROOT))).isEqualTo(found);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abcdef", "master", "HEAD", "abcdefg", "0000000",
    "0000000000000000000000000000000000000000", "00000000000000000000000000000000000000000"})
  void knowsNoCommitByAnythingElse(String text) throws IOException {
    made.commit(Map.of("a", "1\n"));

    try (SourceTree tree = open()) {
      assertThat(tree.resolve(text)).isEqualTo(new Resolution.Unknown());
    }
  }

  @Test
  void namesAllCommitsThatBeginAlike() throws IOException {
    CommitId root = made.commit(Map.of("a", "1\n"));
    List<CommitId> alike = CollidingCommits.pair(made, root);

    try (SourceTree tree = open()) {
      assertThat(tree.resolve(alike.getFirst().hex().substring(0, 7)))
          .isEqualTo(new Resolution.Ambiguous(alike));
    }
  }

  @Test
  void knowsWhichCommitCameFirst() throws IOException {
    CommitId root = made.commit(Map.of("a", "1\n"));
    CommitId left = made.commit(Map.of("a", "2\n"), root);
    CommitId right = made.commit(Map.of("a", "3\n"), root);

    try (SourceTree tree = open()) {
      assertThat(tree.isAncestor(root, left, 9)).contains(true);
      assertThat(tree.isAncestor(left, left, 9)).contains(true);
      assertThat(tree.isAncestor(left, root, 9)).contains(false);
      assertThat(tree.isAncestor(left, right, 9)).contains(false);
      assertThat(tree.isAncestor(new CommitId("0".repeat(40)), left, 9)).isEmpty();
      assertThat(tree.isAncestor(root, left, 1)).as("one commit does not tell").isEmpty();
    }
  }

  @Test
  void namesTheFilesOfAFolderAlone() throws IOException {
    CommitId one = made.commit(
        Map.of("top", "1\n", "fs/cairnfs/b.c", "1\n", "fs/cairnfs/a.c", "2\n", "fs/x.c", "3\n"));

    try (SourceTree tree = open()) {
      assertThat(tree.filesIn(one, "fs/cairnfs")).extracting(FilePath::value)
          .containsExactly("fs/cairnfs/a.c", "fs/cairnfs/b.c");
      assertThat(tree.filesIn(one, "")).extracting(FilePath::value).containsExactly("top");
      assertThat(tree.filesIn(one, "top")).isEmpty();
      assertThat(tree.filesIn(one, "fs/")).isEmpty();
      assertThat(tree.filesIn(one, "none")).isEmpty();
    }
  }

  @Test
  void givesTheTextOfAFileAtACommit() throws IOException {
    CommitId one = made
        .commitBytes(Map.of("dir/a", "grün\r\nlast".getBytes(StandardCharsets.UTF_8), "latin",
            "grün\n".getBytes(StandardCharsets.ISO_8859_1), "image", new byte[]{1, 0, 2}), "x");

    try (SourceTree tree = open()) {
      assertThat(tree.fileAt(one, new FilePath("dir/a"))).contains("grün\r\nlast");
      assertThat(tree.fileAt(one, new FilePath("latin"))).contains("grün\n");
      for (String path : List.of("image", "dir", "gone", "", "/dir/a", "dir/", "../x", "dir/\0",
          "//")) {
        assertThat(tree.fileAt(one, new FilePath(path))).as(path).isEmpty();
      }
      assertThat(tree.fileAt(new CommitId("1".repeat(40)), new FilePath("dir/a"))).isEmpty();
    }
  }

  @Test
  void givesOneCommitOrNone() throws IOException {
    CommitId one = made.commit(Map.of("a", "1\n"), "title\n\nbody\n");

    try (SourceTree tree = open()) {
      assertThat(tree.commit(one).orElseThrow().title()).isEqualTo("title");
      assertThat(tree.commit(new CommitId("0".repeat(40)))).isEmpty();
      assertThat(tree.commit(new CommitId("0".repeat(64)))).isEmpty();
    }
  }

  @Test
  void saysInOneLineWhatIsNoRepository() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));

    assertThatThrownBy(() -> SourceTree.open(plain, "test")).isInstanceOf(ArchiveException.class)
        .hasMessage("tree 'test': '" + plain.toRealPath()
            + "' is not a git repository; name its work tree or git folder in"
            + " chesterton.tree.test.path");
    assertThatThrownBy(() -> SourceTree.open(folder.resolve("gone"), "test"))
        .isInstanceOf(ArchiveException.class)
        .message()
        .doesNotContain("\n")
        .contains("mend chesterton.tree.test.path");
  }

  @Test
  void opensAWorkTreeAndALinkedOne() throws IOException {
    made.close();
    CommitId one;
    try (TestTree main = new TestTree(folder.resolve("work/.git"))) {
      one = main.commit(Map.of("a", "1\n"));
    }
    Path gitDir = Files.createDirectories(folder.resolve("work/.git/worktrees/linked"));
    Files.writeString(gitDir.resolve("HEAD"), one + "\n");
    Files.writeString(gitDir.resolve("commondir"), "../..\n");
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Files.writeString(linked.resolve(".git"), "gitdir: " + gitDir + "\n");

    for (Path path : List.of(folder.resolve("work"), linked)) {
      try (SourceTree tree = SourceTree.open(path, "test")) {
        assertThat(tree.head(Optional.empty())).isEqualTo(one);
        assertThat(tree.commit(one)).isPresent();
      }
    }
  }

  private List<Commit> commits(Checkpoint since) {
    try (SourceTree tree = open(); Stream<Commit> commits = tree.commits(Optional.empty(), since)) {
      return commits.toList();
    }
  }

  private SourceTree open() {
    return SourceTree.open(folder.resolve("tree.git"), "test");
  }
}
