package dev.chesterton.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Small texts by key, derived from the index and kept beside it in a folder of their own: who deletes it loses nothing
 * but the time to make them again. As of one commit. Safe for use by several threads.
 */
public interface Records extends AutoCloseable {

  /**
   * One record.
   *
   * @param date by which records are put in order, in whole seconds
   */
  record Entry(String key, Instant date, String text) {}

  /**
   * Opens for reading; empty where there are none.
   *
   * @param name of the folder in the store
   * @throws StoreException where they cannot be read
   */
  static Optional<Records> open(Path store, String name) {
    return LuceneRecords.open(store.resolve(name));
  }

  /** Counts the commits, at the price of listing a folder; 0 where there are none. */
  static long version(Path store, String name) {
    return LuceneRecords.version(store.resolve(name));
  }

  /** What the last commit said of itself. */
  String note();

  Optional<Entry> get(String key);

  /**
   * Records by date, those of one date by key.
   *
   * @param after the last one of the page before; empty for the first page
   */
  List<Entry> newestFirst(Optional<Entry> after, int limit);

  long count();

  @Override
  void close();
}
