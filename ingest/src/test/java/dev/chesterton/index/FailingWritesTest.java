package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Letters.patch;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Nth write fails, for all N: the last commit stands, and a run that follows brings all, once. */
class FailingWritesTest {
  private static final List<RawMail> FIRST = List.of(letter("1@x").mail(), letter("2@x").mail());
  private static final List<RawMail> SECOND = List.of(letter("1@x").mail(),
      patch("3@x", "int a;", "int b;").answering("1@x").mail());

  @TempDir
  private Path folder;
  private List<String> before = List.of();
  private List<String> after = List.of();
  private Path committed = Path.of("");

  @BeforeEach
  void commitFirst() {
    committed = folder.resolve("committed");
    ingest(committed, "list", FIRST);
    before = Everything.of(committed);
    Path whole = folder.resolve("whole");
    ingest(whole, "list", FIRST);
    ingest(whole, "other", SECOND);
    after = Everything.of(whole);
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void lastCommitStandsAndARerunCompletes() throws IOException {
    int failures = 0;
    boolean failed = true;
    for (int n = 0; failed; n++) {
      Path store = copy(committed, folder.resolve("store" + n));
      failed = failsAt(n, store, "other", SECOND);
      assertThat(Everything.of(store)).as("write %s failed", n).isIn(before, after);
      assertThat(failsAt(Integer.MAX_VALUE, store, "other", SECOND)).isFalse();
      assertThat(Everything.of(store)).as("write %s failed", n).isEqualTo(after);
      failures += failed ? 1 : 0;
      delete(store);
    }
    assertThat(failures).isGreaterThan(60);
  }

  @Test
  void storeThatFailedFromTheStartIsMadeByTheNextRun() throws IOException {
    for (int n = 0; n < 20; n++) {
      Path store = Files.createDirectories(folder.resolve("fresh" + n));
      assertThat(failsAt(n, store, "list", FIRST)).isTrue();

      failsAt(Integer.MAX_VALUE, store, "list", FIRST);
      failsAt(Integer.MAX_VALUE, store, "other", SECOND);

      assertThat(Everything.of(store)).isEqualTo(after);
      delete(store);
    }
  }

  private static boolean failsAt(int n, Path store, String list, List<RawMail> mails)
      throws IOException {
    FailingDirectory directory = new FailingDirectory(
        FSDirectory.open(LuceneStore.indexOf(store)), n);
    try (IndexUpdate update = LuceneUpdate.open(store, "test", directory)) {
      new Ingest(update, ReadLimits.DEFAULT).mails(list,
          Stores.Listed.of("archive of " + list, mails));
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("'" + store + "'").hasMessageNotContaining("\n");
      assertThat(directory.hasFailed()).isTrue();
    }
    return directory.hasFailed();
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    return to;
  }

  private static void delete(Path store) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
