package dev.chesterton.index;

/** Told by an ingest how far it is, after each step, by the thread that reads. */
public interface Progress {

  /** Listens to nothing. */
  Progress SILENT = (_, _, _) -> {};

  /**
   * A step further in one archive or tree.
   *
   * @param steps mails or commits read so far
   * @param done of what there is to be read, in its own unit
   * @param total what there is to be read; 0 when it cannot be told
   */
  void at(long steps, long done, long total);
}
