package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * One writer at a time brings new mails and commits into a store. What was added becomes visible, together with the
 * checkpoints, when {@link #commit} returns; whatever happens before leaves the store as it was.
 *
 * <p>{@code knows} and {@code add} may be called by several threads.
 */
public interface IndexUpdate extends AutoCloseable {

  /**
   * Opens the index in a store folder for writing and makes it where there is none.
   *
   * @param holder who writes, in words, for the message another writer gets
   * @throws StoreException where another process writes, or the store is of a newer schema or damaged
   */
  static IndexUpdate open(Path store, String holder) {
    return open(store, holder, ReadLimits.DEFAULT);
  }

  /**
   * As above.
   *
   * @param limits for a mail that is read again because another copy of it came
   */
  static IndexUpdate open(Path store, String holder, ReadLimits limits) {
    return LuceneUpdate.open(store, holder, limits);
  }

  /** An update that only says what it would do: nothing is written, made or locked. */
  static IndexUpdate dryRun(Path store) {
    return LuceneDryRun.open(store);
  }

  /**
   * The same update, but mails sent before are passed over. The checkpoints of mail archives stay where they are, so that
   * a later run reads what was passed over and the store ends the same.
   */
  default IndexUpdate since(Instant since) {
    return new LaterOnly(this, since);
  }

  /** What became of a mail that was added. */
  enum Outcome {
    NEW, NEW_LIST, KNOWN, PASSED_OVER
  }

  /** The store had this very copy when it was last settled: it need not be parsed again. */
  boolean knows(Copy copy);

  /** Adds a mail as an archive has it; the same mail through another list is one that knows both. */
  Outcome add(Copy copy, Parsed<Posting> posting);

  /** Takes back a mail that a list's archive has deleted; false where it had none. */
  boolean remove(String list, Message message);

  /**
   * Takes back all copies of an archive but some.
   *
   * @param kept {@linkplain CopyId#hash hashes} of the copies the archive has
   * @return how many mails lost their last copy
   */
  long retain(Archive archive, Set<Long> kept);

  /** Adds a commit as a tree has it. */
  Outcome add(String tree, Commit commit);

  /** How far an archive has been read, as of the last commit of the store. */
  Checkpoint checkpoint(String source);

  /** Goes into the next commit. */
  void reached(String source, Checkpoint checkpoint);

  /**
   * Keeps where a tree is and in which format an archive was read, so that the store can say what it was made from; goes
   * into the next commit.
   */
  void remember(KnownSource source);

  /** Makes all that was added, and the checkpoints, durable and visible in one step. */
  void commit();

  /** Gives up what was not committed. */
  @Override
  void close();
}
