package dev.chesterton.source;

/** One step of reading an archive. */
public sealed interface Arrival {

  /** How far the archive has been read once this step is stored. */
  Checkpoint reached();

  /** The same step, further on. */
  Arrival reaching(Checkpoint checkpoint);

  /** A mail came in. */
  record Arrived(RawMail mail, Checkpoint reached) implements Arrival {
    @Override
    public Arrival reaching(Checkpoint checkpoint) {
      return new Arrived(mail, checkpoint);
    }
  }

  /** The archive took a mail back: a public-inbox commit with file {@code d}. */
  record Removed(RawMail mail, Checkpoint reached) implements Arrival {
    @Override
    public Arrival reaching(Checkpoint checkpoint) {
      return new Removed(mail, checkpoint);
    }
  }

  /**
   * A mail that should be here cannot be read; the problem names it.
   *
   * @param bytes passed over; 0 where nobody can tell
   */
  record Skipped(Problem problem, long bytes, Checkpoint reached) implements Arrival {
    @Override
    public Arrival reaching(Checkpoint checkpoint) {
      return new Skipped(problem, bytes, checkpoint);
    }
  }
}
