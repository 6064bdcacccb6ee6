package dev.chesterton.source;

/** One archive, or one epoch of it. */
public interface MailSource {

  /** Under this name its checkpoint is kept; stable from run to run. */
  String name();

  /**
   * Reads on from a checkpoint.
   *
   * @throws ArchiveException when the archive as a whole cannot be read
   */
  Reading since(Checkpoint checkpoint);
}
