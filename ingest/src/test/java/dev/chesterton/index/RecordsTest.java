package dev.chesterton.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.index.Records.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small texts beside the index. */
class RecordsTest {
  private static final String NAME = "notes";
  private static final Entry OLD = entry("old@x", 1, "a");
  private static final Entry NEW = entry("new@x", 3, "b");
  private static final Entry TWIN = entry("twin@x", 3, "c");

  @TempDir
  private Path store;

  private static Entry entry(String key, long second, String text) {
    return new Entry(key, Instant.ofEpochSecond(second), text);
  }

  private void commit(String note, Entry... entries) {
    try (RecordsUpdate update = RecordsUpdate.open(store, NAME)) {
      Stream.of(entries).forEach(update::put);
      update.commit(note);
    }
  }

  private Records open() {
    return Records.open(store, NAME).orElseThrow();
  }

  /** All of them, a page of one after the other. */
  private static List<Entry> all(Records records) {
    List<Entry> all = new ArrayList<>();
    Optional<Entry> last = Optional.empty();
    List<Entry> page = records.newestFirst(last, 1);
    while (!page.isEmpty()) {
      all.addAll(page);
      last = Optional.of(page.getLast());
      page = records.newestFirst(last, 1);
    }
    return all;
  }

  @Test
  void recordsComeBackNewestFirstPageByPage() {
    commit("one", TWIN, OLD, NEW);

    try (Records records = open()) {
      assertThat(all(records)).containsExactly(NEW, TWIN, OLD);
      assertThat(records.newestFirst(Optional.empty(), 2)).containsExactly(NEW, TWIN);
      assertThat(records.get("old@x")).contains(OLD);
      assertThat(records.get("none@x")).isEmpty();
      assertThat(records.count()).isEqualTo(3);
      assertThat(records.note()).isEqualTo("one");
    }
  }

  @Test
  void aKeyHasOneRecordTheLastOne() {
    commit("one", OLD, NEW);
    Entry changed = entry("old@x", 5, "changed");
    commit("two", changed);

    try (Records records = open()) {
      assertThat(all(records)).containsExactly(changed, NEW);
    }
  }

  @Test
  void whatWasRemovedIsGone() {
    commit("one", OLD, NEW);
    try (RecordsUpdate update = RecordsUpdate.open(store, NAME)) {
      assertThat(update.note()).isEqualTo("one");
      update.remove("old@x");
      update.remove("none@x");
      update.commit("two");
    }

    try (Records records = open()) {
      assertThat(all(records)).containsExactly(NEW);
    }
    try (RecordsUpdate update = RecordsUpdate.open(store, NAME)) {
      update.clear();
      update.commit("three");
    }
    try (Records records = open()) {
      assertThat(records.count()).isZero();
      assertThat(records.note()).isEqualTo("three");
    }
  }

  @Test
  void whatIsNotCommittedIsNotSeen() {
    commit("one", OLD);
    long version = Records.version(store, NAME);
    try (Records before = open(); RecordsUpdate update = RecordsUpdate.open(store, NAME)) {
      update.put(NEW);
      try (Records meanwhile = open()) {
        assertThat(all(meanwhile)).containsExactly(OLD);
      }
      assertThat(Records.version(store, NAME)).isEqualTo(version);
      update.commit("two");
      update.remove("old@x");
      assertThat(all(before)).containsExactly(OLD);
    }

    try (Records records = open()) {
      assertThat(all(records)).containsExactly(NEW, OLD);
      assertThat(records.note()).isEqualTo("two");
    }
    assertThat(Records.version(store, NAME)).isGreaterThan(version);
  }

  @Test
  void longKeysAreCutAndStayApartFromOthers() {
    Entry endless = entry("x".repeat(40_000), 2, "long");
    commit("one", endless, OLD);

    try (Records records = open()) {
      assertThat(all(records)).containsExactly(endless, OLD);
    }
  }

  @Test
  void whereNothingWasWrittenThereIsNothing() throws IOException {
    assertThat(Records.open(store, NAME)).isEmpty();
    assertThat(Records.version(store, NAME)).isZero();
    assertThat(store.resolve(NAME)).doesNotExist();
    Files.createDirectory(store.resolve(NAME));
    assertThat(Records.open(store, NAME)).isEmpty();
    assertThat(Records.version(store, NAME)).isZero();
  }

  @Test
  void onlyOneWritesAtATime() {
    try (RecordsUpdate _ = RecordsUpdate.open(store, NAME)) {
      assertThatThrownBy(() -> RecordsUpdate.open(store, NAME)).isInstanceOf(StoreException.class)
          .hasMessageContaining("being written by another process")
          .extracting(thrown -> ((StoreException) thrown).reason())
          .isEqualTo(StoreException.Reason.LOCKED);
    }
  }

  @Test
  void damagedRecordsAreNotReadAndGiveWayToNone() throws IOException {
    commit("one", OLD, NEW);
    try (Stream<Path> files = Files.list(store.resolve(NAME))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".cfs")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }

    assertThatThrownBy(() -> Records.open(store, NAME)).isInstanceOf(StoreException.class)
        .hasMessageContaining("delete the folder");
    try (RecordsUpdate update = RecordsUpdate.open(store, NAME)) {
      assertThat(update.note()).isEmpty();
      update.put(NEW);
      update.commit("again");
    }
    try (Records records = open()) {
      assertThat(all(records)).containsExactly(NEW);
    }
  }
}
