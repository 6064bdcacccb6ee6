package dev.chesterton.source;

/** One step of reading an archive. */
public sealed interface Arrival {

  /** How far the archive has been read once this step is stored. */
  Checkpoint reached();

  /** A mail came in. */
  record Arrived(RawMail mail, Checkpoint reached) implements Arrival {}

  /** The archive took a mail back: a public-inbox commit with file {@code d}. */
  record Removed(RawMail mail, Checkpoint reached) implements Arrival {}

  /** A mail that should be here cannot be read; the problem names it. */
  record Skipped(Problem problem, Checkpoint reached) implements Arrival {}
}
