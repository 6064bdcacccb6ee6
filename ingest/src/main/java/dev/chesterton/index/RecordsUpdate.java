package dev.chesterton.index;

import dev.chesterton.index.Records.Entry;
import java.nio.file.Path;

/**
 * One writer at a time changes {@link Records}. Changes become visible together, and with the note, when {@link #commit}
 * returns; whatever happens before leaves the records as they were.
 */
public interface RecordsUpdate extends AutoCloseable {

  /**
   * Opens for writing. Damaged records are no loss: they give way to none.
   *
   * @param name of the folder in the store; made where there is none
   * @throws StoreException where another process writes, or the folder cannot be written
   */
  static RecordsUpdate open(Path store, String name) {
    return LuceneRecordsUpdate.open(store.resolve(name));
  }

  /** What the last commit said of itself; empty before the first one. */
  String note();

  /** In place of the record with this key, if there is one. */
  void put(Entry entry);

  void remove(String key);

  void clear();

  /**
   * Makes all changes durable and visible in one step.
   *
   * @param note what to say of the state that is reached
   */
  void commit(String note);

  /** Gives up what was not committed. */
  @Override
  void close();
}
