package dev.chesterton.index;

import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;

/**
 * Makes the index of a store anew, beside the one that is there. Readers see the old one, and a killed rebuild leaves it,
 * until {@link #complete} puts the new one in its place in one step. It begins with no mails and no checkpoints; what lies
 * beside the index in the folder of the store is not touched.
 */
public interface StoreRebuild extends IndexUpdate {

  /**
   * Takes the lock of the store, and keeps it to the end.
   *
   * @param holder who writes, in words, for the message another writer gets
   * @param limits for a mail that is read again because another copy of it came
   * @throws StoreException where another process writes, or what is there is no store of this program
   */
  static StoreRebuild open(Path store, String holder, ReadLimits limits) {
    return LuceneRebuild.open(store, holder, limits);
  }

  /** Here: makes room in memory; nothing becomes visible. */
  @Override
  void commit();

  /** Puts the new index in the place of the old one. */
  void complete();
}
