package dev.chesterton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.Change;
import dev.chesterton.change.FilePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits as those name them who have the tree before them, and the commits between two. */
class RevisionTest {
  @TempDir
  private Path folder;
  private Path gitDir;
  private CommitId first;
  private CommitId second;
  private CommitId side;
  private CommitId merge;

  @BeforeEach
  void makeTree() throws IOException {
    gitDir = folder.resolve("tree.git");
    try (TestTree made = new TestTree(gitDir)) {
      first = made.commit(Map.of("a", "1\n"), "first");
      second = made.commit(Map.of("a", "2\n"), "second", first);
      side = made.commit(Map.of("a", "1\n", "b", "1\n"), "side", first);
      merge = made.commit(Map.of("a", "2\n", "b", "1\n"), "merge", second, side);
      made.point("refs/heads/topic", merge);
      made.point("refs/remotes/upstream/main", second);
      made.point("refs/tags/v1", first);
    }
  }

  private SourceTree open() {
    return SourceTree.open(gitDir, "tree");
  }

  @Test
  void namesDigitsAndStepsToFirstParentsAreUnderstood() {
    try (SourceTree tree = open()) {
      assertThat(tree.revision("topic")).contains(merge);
      assertThat(tree.revision("topic~")).contains(second);
      assertThat(tree.revision("topic^")).contains(second);
      assertThat(tree.revision("topic~1^")).contains(first);
      assertThat(tree.revision("refs/heads/topic~2")).contains(first);
      assertThat(tree.revision("upstream/main")).contains(second);
      assertThat(tree.revision("v1")).contains(first);
      assertThat(tree.revision(side.hex().substring(0, 7).toUpperCase(Locale.ROOT)))
          .contains(side);
      assertThat(tree.revision(side.hex() + "~1")).contains(first);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "topic~3", "topic^2", "topic@{1}", "topic@{upstream}", ":/first",
    "topic^{tree}", "topic:a", "--all", "../topic", "refs/heads", "topic~999999999999", "abc",
    "0000000", "topic ", "topic\n", "*"})
  void nothingElseIs(String text) {
    try (SourceTree tree = open()) {
      assertThat(tree.revision(text)).isEmpty();
    }
  }

  @Test
  void betweenTwoAreTheirCommitsWithoutMerges() {
    try (SourceTree tree = open()) {
      assertThat(tree.between(first, merge, 9)).containsExactlyInAnyOrder(second, side);
      assertThat(tree.between(second, merge, 9)).containsExactly(side);
      assertThat(tree.between(merge, first, 9)).isEmpty();
      assertThat(tree.between(first, merge, 1)).hasSize(2);
    }
  }

  @Test
  void aMessageComesWithoutItsChange() {
    try (SourceTree tree = open()) {
      Commit commit = tree.message(second).orElseThrow();
      assertThat(commit.title()).isEqualTo("second");
      assertThat(commit.parents()).containsExactly(first);
      assertThat(commit.change()).isEqualTo(Change.NONE);
      assertThat(tree.message(new CommitId("0".repeat(40)))).isEmpty();
    }
  }

  @Test
  void blameThatIsStoppedGivesWhatItHas() {
    try (SourceTree tree = open()) {
      assertThat(tree.blame(merge, new FilePath("a"), 1, 1, () -> false)).isEqualTo(List.of());
      assertThat(tree.blame(merge, new FilePath("a"), 1, 1)).extracting(Blame::origin)
          .containsExactly(second);
    }
  }
}
