package dev.chesterton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.FilePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlameTest {

  @TempDir
  Path folder;

  @Test
  void namesTheCommitThatPutEachLineThere() throws IOException {
    try (TestTree made = new TestTree(folder.resolve("tree.git"))) {
      CommitId one = made.commit(Map.of("old.c", "a\nb\nc\nd\ne\n"));
      CommitId two = made.commit(Map.of("old.c", "a\nb\nnew\nc\nd\ne\n"), one);
      CommitId three = made.commit(Map.of("new.c", "a\nb\nnew\nc\nd\ne\n"), two);

      try (SourceTree tree = SourceTree.open(folder.resolve("tree.git"), "test")) {
        FilePath old = new FilePath("old.c");
        assertThat(tree.blame(three, new FilePath("new.c"), 2, 5)).containsExactly(
            new Blame(2, 2, one, old, 2), new Blame(3, 3, two, old, 3),
            new Blame(4, 5, one, old, 3));
        assertThat(tree.blame(three, new FilePath("new.c"), 6, 99))
            .containsExactly(new Blame(6, 6, one, old, 5));
        assertThat(tree.blame(three, old, 1, 1)).isEmpty();
        assertThat(tree.blame(new CommitId("0".repeat(40)), old, 1, 1)).isEmpty();
      }
    }
  }
}
