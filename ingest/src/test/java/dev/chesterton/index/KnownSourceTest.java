package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSourceTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"list /a/b.git", "list /a folder/b box.mbox", "two words /a/b",
    "tree /a/b.git", "list archive of list", "tree mainline", "tree mainline master",
    "tree mainline refs/heads/a b"})
  void aKeyIsReadAsItWasWritten(String key) {
    assertThat(KnownSource.ofKey(key)).get().extracting(KnownSource::key).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "list", " /a/b", "list ", "tree "})
  void whatIsNoKeyIsNone(String key) {
    assertThat(KnownSource.ofKey(key)).isEmpty();
  }

  @Test
  void aListMayBeCalledTree() {
    assertThat(KnownSource.ofKey("tree /a/b")).contains(new KnownSource.Mails("tree", "/a/b"));
  }

  @Test
  void aStoreSaysWhatItWasMadeFrom() {
    KnownSource.Tree tree = new KnownSource.Tree("mainline", Optional.of("master"),
        Optional.of(folder.resolve("linux")));
    ingest(folder, "b", Stores.Listed.of("/box", List.of(letter("1@x").mail())));
    try (IndexUpdate update = IndexUpdate.open(folder, "test")) {
      update.remember(tree);
      update.reached(tree.key(), new Checkpoint("12"));
      update.commit();
    }
    assertThat(Index.sources(folder)).containsExactly(new KnownSource.Mails("b", "/box"), tree);
  }

  @Test
  void aStoreSaysInWhichFormatAnArchiveWasReadLast() {
    KnownSource.Mails box = new KnownSource.Mails("b", "/box", MailFormat.MBOXO);
    remember(box);
    assertThat(Index.sources(folder)).containsExactly(box);
    remember(new KnownSource.Mails("b", "/box"));
    assertThat(Index.sources(folder)).containsExactly(new KnownSource.Mails("b", "/box"));
  }

  private void remember(KnownSource source) {
    try (IndexUpdate update = IndexUpdate.open(folder, "test")) {
      update.remember(source);
      update.reached(source.key(), new Checkpoint("12"));
      update.commit();
    }
  }

  @Test
  void whereThereIsNoStoreThereAreNone() {
    assertThat(Index.sources(folder)).isEmpty();
    assertThat(Files.exists(LuceneStore.indexOf(folder))).isFalse();
  }
}
