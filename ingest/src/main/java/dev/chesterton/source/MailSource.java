package dev.chesterton.source;

import java.util.stream.Stream;

/** One archive, or one epoch of it. */
public interface MailSource {

  /** Under this name its checkpoint is kept; stable from run to run. */
  String name();

  /**
   * Reads on from a checkpoint, in the archive's own order, one mail in memory at a time. The stream must be closed.
   *
   * @throws ArchiveException when the archive as a whole cannot be read
   */
  Stream<Arrival> since(Checkpoint checkpoint);
}
