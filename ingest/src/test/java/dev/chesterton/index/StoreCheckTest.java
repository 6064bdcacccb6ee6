package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Letters.patch;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.Checkout;
import dev.chesterton.Git;
import dev.chesterton.Seed;
import dev.chesterton.history.SourceTree;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
  private static final RawMail ONE = letter("1@x").mail();
  private static final RawMail TWO = patch("2@x", "int a;", "int b;").answering("1@x").mail();
  private static final int FLIPS_PER_FILE = 30;

  @TempDir
  private Path folder;
  private Path store = Path.of("");

  /** Two segments, a deleted document among them, and a tree. */
  @BeforeEach
  void make() throws IOException {
    store = folder.resolve("store");
    ingest(store, "list", List.of(ONE, TWO, letter("3@x").mail()));
    ingest(store, "other", ONE);
    Path bare = Git.fastImport(Checkout.sample("trees/cairnfs.fi"), folder.resolve("cairnfs.git"));
    try (IndexUpdate update = IndexUpdate.open(store, "test");
        SourceTree tree = SourceTree.open(bare, "t")) {
      new Ingest(update, ReadLimits.DEFAULT).commits(tree, Optional.empty());
    }
  }

  @Test
  void aSoundStoreIsSoundAndSaysWhatIsInIt() {
    StoreCheck check = StoreCheck.ofFiles(store);
    assertThat(check.problems()).isEmpty();
    assertThat(check.mails()).isEqualTo(3);
    assertThat(check.commits()).isPositive();
    assertThat(check.files()).isEqualTo(files().size() - 1);
    assertThat(check.sources()).hasSize(3);
    assertThat(StoreCheck.ofAll(store, ReadLimits.DEFAULT, Progress.SILENT)).isEqualTo(check);
  }

  @Test
  void aFlippedBitNamesItsFile() throws IOException {
    Random random = Seed.printed("StoreCheckTest");
    for (String name : files()) {
      Path file = LuceneStore.indexOf(store).resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < FLIPS_PER_FILE && bytes.length > 0; i++) {
        byte[] damaged = bytes.clone();
        damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, damaged);
        assertBroken(name);
      }
      Files.write(file, bytes);
    }
    assertThat(StoreCheck.ofAll(store, ReadLimits.DEFAULT, Progress.SILENT).isSound()).isTrue();
  }

  @Test
  void aCutFileIsNamed() throws IOException {
    for (String name : files()) {
      Path file = LuceneStore.indexOf(store).resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 0) {
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertBroken(name);
        Files.write(file, new byte[0]);
        assertBroken(name);
        Files.write(file, bytes);
      }
    }
  }

  @Test
  void aLostFileIsNamed() throws IOException {
    for (String name : files()) {
      Path file = LuceneStore.indexOf(store).resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      if (name.equals("write.lock")) {
        assertThat(StoreCheck.ofFiles(store).isSound()).isTrue();
      } else {
        assertBroken(name.startsWith("segments") ? "segments_N" : name);
      }
      Files.write(file, bytes);
    }
  }

  private void assertBroken(String name) {
    assertThat(StoreCheck.ofFiles(store).problems()).as(name)
        .extracting(Problem::where)
        .containsExactly(name);
    assertThat(StoreCheck.ofAll(store, ReadLimits.DEFAULT, Progress.SILENT).problems()).as(name)
        .extracting(Problem::where)
        .containsExactly(name);
  }

  @Test
  void aDocumentThatSaysSomethingElseThanItsMailIsFound() throws IOException {
    Copy other = Copy.of(Archive.of("list", "archive of list"), letter("9@x").mail());
    write(writer -> writer.addDocument(
        MailDocument.of(PatchParser.read(letter("8@x").mail(), ReadLimits.DEFAULT).value(),
            List.of(other), 1)));
    assertThat(StoreCheck.ofFiles(store).isSound()).isTrue();
    assertThat(StoreCheck.ofAll(store, ReadLimits.DEFAULT, Progress.SILENT).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.where()).isEqualTo("'8@x'"),
            problem -> assertThat(problem.what()).startsWith("head in the index is "));
  }

  @Test
  void aDocumentOfSomethingElseIsFound() throws IOException {
    write(writer -> writer.addDocument(new Document()));
    assertThat(StoreCheck.ofAll(store, ReadLimits.DEFAULT, Progress.SILENT).problems())
        .extracting(Problem::toString)
        .anySatisfy(told -> assertThat(told).contains("has no " + Fields.HEAD))
        .anySatisfy(told -> assertThat(told).startsWith("counts: mails: "));
  }

  @Test
  void checkpointsThatNameNothingAreFound() {
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      update.reached("nonsense", new Checkpoint("1"));
      update.reached("tree t", new Checkpoint("12"));
      update.commit();
    }
    assertThat(StoreCheck.ofFiles(store).problems()).extracting(Problem::toString)
        .containsExactly("checkpoint 'nonsense': names no archive and no tree",
            "checkpoint 'tree t': '12' is no commit");
  }

  @Test
  void itRunsBesideAWriter() {
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      update.add(Copy.of(Archive.of("list", "a"), letter("7@x").mail()),
          PatchParser.read(letter("7@x").mail(), ReadLimits.DEFAULT));
      assertThat(StoreCheck.ofFiles(store).isSound()).isTrue();
      update.commit();
      assertThat(StoreCheck.ofAll(store, ReadLimits.DEFAULT, Progress.SILENT).mails()).isEqualTo(4);
    }
  }

  @Test
  void whereThereIsNoStoreNothingIsMade() {
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> StoreCheck.ofFiles(none)).isInstanceOf(StoreException.class)
        .hasMessageStartingWith("no store in '" + none + "'");
    assertThat(none).doesNotExist();
  }

  /** Something that is done to an index behind its back. */
  private interface Deed {
    void to(IndexWriter writer) throws IOException;
  }

  private void write(Deed deed) throws IOException {
    try (Directory directory = FSDirectory.open(LuceneStore.indexOf(store));
        IndexWriter writer = new IndexWriter(directory, StoreFiles.config())) {
      deed.to(writer);
      writer.setLiveCommitData(writer.getLiveCommitData());
      writer.commit();
    }
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(LuceneStore.indexOf(store))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
