package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Stores.ingest;
import static dev.chesterton.index.Stores.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.chesterton.patch.PatchParser;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOpeningTest {
  private static final RawMail MAIL = letter("1@x").mail();

  @TempDir
  private Path folder;

  @Test
  void missingStoreIsNamedWithTheWayToMakeOneAndNotMade() throws IOException {
    Path store = folder.resolve("none");

    assertRefused(() -> Index.open(store), StoreException.Reason.MISSING,
        "no store in '" + store + "': make one with 'chesterton ingest'");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void storeWithoutACommitIsMissing() {
    try (IndexUpdate update = IndexUpdate.open(folder, "test")) {
      update.reached("archive", new Checkpoint("1"));

      assertRefused(() -> Index.open(folder), StoreException.Reason.MISSING,
          "no store in '" + folder + "': make one with 'chesterton ingest'");
    }
  }

  @Test
  void secondWriterIsToldWhoWrites() {
    try (IndexUpdate first = IndexUpdate.open(folder, "nightly, process 7")) {
      assertRefused(() -> IndexUpdate.open(folder, "other"), StoreException.Reason.LOCKED, "store '"
          + folder + "' is being written by nightly, process 7: try again when it is done");
      // The refused one has taken nothing away from the first.
      first.add(Copy.of(Archive.of("list", "archive"), MAIL),
          PatchParser.read(MAIL, ReadLimits.DEFAULT));
      first.commit();
    }
    assertThat(summary(folder).mails()).isEqualTo(1);
    assertThat(LuceneStore.holderOf(folder)).doesNotExist();
  }

  @Test
  void writerThatDiedIsNoHindrance() throws IOException {
    ingest(folder, "list", MAIL);
    Files.writeString(LuceneStore.holderOf(folder), "died long ago\n");

    assertThat(ingest(folder, "list", MAIL).known()).isEqualTo(1);
  }

  @Test
  void updateThatIsNotCommittedLeavesNothing() {
    ingest(folder, "list", MAIL);
    try (IndexUpdate update = IndexUpdate.open(folder, "test")) {
      RawMail other = letter("2@x").mail();
      update.add(Copy.of(Archive.of("list", "archive"), other),
          PatchParser.read(other, ReadLimits.DEFAULT));
      update.remove("list", PatchParser.read(MAIL, ReadLimits.DEFAULT).value().message());
      update.reached("archive", new Checkpoint("9"));
    }

    assertThat(Stores.mail(folder, "1@x")).isPresent();
    assertThat(Stores.mail(folder, "2@x")).isEmpty();
    assertThat(Stores.checkpoint(folder, "archive")).isEqualTo(Checkpoint.START);
    assertThat(summary(folder).generation()).isEqualTo(1);
  }

  @Test
  void readerSeesTheCommitItWasOpenedOn() {
    ingest(folder, "list", MAIL);
    try (Index index = Index.open(folder)) {
      ingest(folder, "list", letter("2@x").mail());

      assertThat(index.summary().mails()).isEqualTo(1);
      assertThat(summary(folder).mails()).isEqualTo(2);
    }
  }

  @Test
  void otherSchemaIsRefusedAndNothingChanged() throws IOException {
    commitWith(Map.of("schema", "99"));
    Map<String, Long> before = files();
    String refusal = "store '" + folder + "' has schema 99, this program reads " + Fields.SCHEMA
        + ": make it anew with 'chesterton --store " + folder + " ingest --rebuild'";

    assertRefused(() -> Index.open(folder), StoreException.Reason.UNREADABLE, refusal);
    assertRefused(() -> IndexUpdate.open(folder, "test"), StoreException.Reason.UNREADABLE,
        refusal);
    // The lock is free again, else this would say so.
    assertRefused(() -> IndexUpdate.open(folder, "test"), StoreException.Reason.UNREADABLE,
        refusal);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void indexOfAnotherProgramIsRefused() throws IOException {
    commitWith(Map.of("of", "something else"));

    assertRefused(() -> IndexUpdate.open(folder, "test"), StoreException.Reason.UNREADABLE,
        "store '" + folder + "' has schema none, this program reads " + Fields.SCHEMA
            + ": make it anew with 'chesterton --store " + folder + " ingest --rebuild'");
  }

  @Test
  void fileInThePlaceOfTheStoreIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> IndexUpdate.open(file, "test")).isInstanceOf(StoreException.class)
        .hasMessageContaining("'" + file + "'");
    assertThatThrownBy(() -> Index.open(file)).isInstanceOf(StoreException.class);
  }

  private void commitWith(Map<String, String> data) throws IOException {
    try (Directory directory = FSDirectory.open(LuceneStore.indexOf(folder));
        IndexWriter writer = new IndexWriter(directory, StoreFiles.config())) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.list(LuceneStore.indexOf(folder))) {
      files.forEach(file -> sizes.put(file.getFileName().toString(), file.toFile().length()));
    }
    return sizes;
  }

  private static void assertRefused(ThrowingCallable opening, StoreException.Reason reason,
      String message) {
    assertThatThrownBy(opening).hasMessage(message)
        .asInstanceOf(type(StoreException.class))
        .extracting(StoreException::reason)
        .isEqualTo(reason);
  }
}
