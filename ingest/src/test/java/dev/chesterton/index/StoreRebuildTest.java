package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Letters.patch;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index made anew is there in one step or not at all. */
class StoreRebuildTest {
  private static final List<RawMail> OLD = List.of(letter("1@x").mail(),
      patch("2@x", "int a;", "int b;").answering("1@x").mail());
  private static final List<RawMail> NEW = IntStream.range(3, 20)
      .mapToObj(i -> patch(i + "@x", "int a" + i + ";", "int b;").answering("1@x").mail())
      .toList();

  @TempDir
  private Path folder;
  private Path store = Path.of("");
  private List<String> before = List.of();

  @BeforeEach
  void make() {
    store = folder.resolve("store");
    ingest(store, "list", OLD);
    before = Everything.of(store);
  }

  @Test
  void equalsAFreshStore() {
    rebuild(NEW);
    Path fresh = folder.resolve("fresh");
    ingest(fresh, "list", NEW);
    assertThat(Everything.of(store)).isEqualTo(Everything.of(fresh));
    assertThat(Index.sources(store)).isEqualTo(Index.sources(fresh));
  }

  @Test
  void answersAreNotTakenForThoseOfTheOldOne() {
    rebuild(NEW);
    assertThat(Stores.summary(store).generation()).isEqualTo(2);
  }

  @Test
  void nothingOfTheOldOneIsLeft() throws IOException {
    List<String> old = files();
    rebuild(NEW);
    assertThat(files()).filteredOn(old::contains).containsExactly("write.lock");
  }

  @Test
  void readersSeeTheOldOneUntilItIsComplete() {
    try (Index open = Index.open(store);
        StoreRebuild rebuild = StoreRebuild.open(store, "test", ReadLimits.DEFAULT)) {
      ingestInThrees(rebuild, Stores.Listed.of("archive", NEW));
      assertThat(Everything.of(store)).isEqualTo(before);
      rebuild.complete();
      assertThat(open.summary().mails()).isEqualTo(OLD.size());
      assertThat(Stores.summary(store).mails()).isEqualTo(NEW.size());
    }
  }

  @Test
  void oneThatIsGivenUpLeavesTheOldOne() {
    assertThatThrownBy(() -> {
      try (StoreRebuild rebuild = StoreRebuild.open(store, "test", ReadLimits.DEFAULT)) {
        ingestInThrees(rebuild, new Dying());
      }
    }).isInstanceOf(IllegalStateException.class);
    assertThat(Everything.of(store)).isEqualTo(before);
    assertThat(ingest(store, "list", OLD).known()).isEqualTo(OLD.size());
  }

  /** The folder as a kill would leave it, after each few mails. */
  @Test
  void oneThatIsKilledLeavesTheOldOne() throws IOException {
    Copying copying = new Copying();
    try (StoreRebuild rebuild = StoreRebuild.open(store, "test", ReadLimits.DEFAULT)) {
      ingestInThrees(rebuild, copying);
      copying.copy();
    }
    assertThat(copying.copies).hasSize(NEW.size() + 1);
    for (Path copy : copying.copies) {
      assertThat(Everything.of(copy)).isEqualTo(before);
      ingest(copy, "list", NEW);
      assertThat(Stores.summary(copy).mails()).isEqualTo(OLD.size() + NEW.size());
    }
  }

  @Test
  void theLockIsHeldToTheEnd() {
    try (StoreRebuild rebuild = StoreRebuild.open(store, "pid 7 since noon", ReadLimits.DEFAULT)) {
      assertLocked();
      rebuild.commit();
      assertLocked();
      rebuild.complete();
      assertLocked();
    }
    assertThat(ingest(store, "list", NEW).added()).isEqualTo(NEW.size());
  }

  private void assertLocked() {
    assertThatThrownBy(() -> IndexUpdate.open(store, "other")).isInstanceOf(StoreException.class)
        .hasMessageContaining("is being written by pid 7 since noon");
    assertThatThrownBy(() -> StoreRebuild.open(store, "other", ReadLimits.DEFAULT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is being written by pid 7 since noon");
  }

  @Test
  void mendsAStoreWhateverFileOfItIsDamagedOrLost() throws IOException {
    for (String file : files()) {
      Path damaged = copy(folder.resolve("damaged " + file));
      Path path = LuceneStore.indexOf(damaged).resolve(file);
      byte[] bytes = Files.readAllBytes(path);
      if (bytes.length > 0) {
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
        assertMended(damaged);
      }
      Path lost = copy(folder.resolve("lost " + file));
      Files.delete(LuceneStore.indexOf(lost).resolve(file));
      assertMended(lost);
    }
  }

  private static void assertMended(Path damaged) {
    rebuild(damaged, OLD);
    assertThat(Stores.summary(damaged).mails()).isEqualTo(OLD.size());
  }

  @Test
  void otherSchemaIsMadeAnew() throws IOException {
    commitWith(Map.of("schema", "1", "generation", "4", "checkpoint list /a/box", ""));
    assertThat(Index.sources(store)).containsExactly(new KnownSource.Mails("list", "/a/box"));
    rebuild(OLD);
    assertThat(Everything.of(store)).isEqualTo(before);
  }

  @Test
  void indexOfAnotherProgramIsLeftAlone() throws IOException {
    commitWith(Map.of("of", "something else"));
    assertThatThrownBy(() -> StoreRebuild.open(store, "test", ReadLimits.DEFAULT))
        .isInstanceOf(StoreException.class)
        .hasMessage("'" + store.resolve("index")
            + "' holds an index of another program: choose another folder with --store");
  }

  private void commitWith(Map<String, String> data) throws IOException {
    try (Directory directory = FSDirectory.open(LuceneStore.indexOf(store));
        IndexWriter writer = new IndexWriter(directory, StoreFiles.config())) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private void rebuild(List<RawMail> mails) {
    rebuild(store, mails);
  }

  private static void rebuild(Path store, List<RawMail> mails) {
    try (StoreRebuild rebuild = StoreRebuild.open(store, "test", ReadLimits.DEFAULT)) {
      ingestInThrees(rebuild, Stores.Listed.of("archive of list", mails));
      rebuild.complete();
    }
  }

  private static void ingestInThrees(IndexUpdate update, MailSource source) {
    new Ingest(update, ReadLimits.DEFAULT, new Ingest.Effort(2, 3), Progress.SILENT)
        .mails("list", source);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(LuceneStore.indexOf(store))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path copy(Path target) throws IOException {
    Path index = Files.createDirectories(LuceneStore.indexOf(target));
    for (String file : files()) {
      Files.copy(LuceneStore.indexOf(store).resolve(file), index.resolve(file));
    }
    return target;
  }

  /** An archive in the middle of which the program dies. */
  private static final class Dying implements MailSource {
    @Override
    public String name() {
      return "archive";
    }

    @Override
    public Stores.Steps since(Checkpoint checkpoint) {
      return new Stores.Steps(Stream.concat(
          NEW.stream().map(mail -> new Arrival.Arrived(mail, Checkpoint.START)),
          Stream.of(1).map(_ -> {
            throw new IllegalStateException("power is out");
          })), false);
    }
  }

  /** An archive during which the folder of the store is copied again and again. */
  private final class Copying implements MailSource {
    private final List<Path> copies = new ArrayList<>();

    @Override
    public String name() {
      return "archive";
    }

    @Override
    public Stores.Steps since(Checkpoint checkpoint) {
      return new Stores.Steps(NEW.stream().map(mail -> {
        copy();
        return new Arrival.Arrived(mail, Checkpoint.START);
      }), false);
    }

    void copy() {
      try {
        copies.add(StoreRebuildTest.this.copy(folder.resolve("killed " + copies.size())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
