package dev.chesterton.source;

import java.util.stream.Stream;

/** An archive being read, from a checkpoint on. Must be closed. Not for more than one thread, save the two counts. */
public interface Reading extends AutoCloseable {

  /** The steps in the archive's own order, one mail in memory at a time; to be asked for once. */
  Stream<Arrival> arrivals();

  /**
   * The archive is not the one the checkpoint speaks of: history was rewritten. What comes is all of it, and what the
   * store has of it besides is gone from it.
   */
  boolean isRewritten();

  /** How much has been read, in the unit of {@link #total}. */
  long done();

  /** How much there is to be read: mails or bytes, as the archive can tell beforehand; 0 when it cannot. */
  long total();

  @Override
  void close();
}
