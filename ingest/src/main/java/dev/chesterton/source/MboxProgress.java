package dev.chesterton.source;

/** Learns what was read of an mbox, and says how far that is. */
interface MboxProgress {

  /** Of what is read from its beginning each time. */
  MboxProgress NONE = new MboxProgress() {
    @Override
    public void passed(byte[] buffer, int from, int to) {
      // Nothing is remembered.
    }

    @Override
    public Checkpoint at(long offset) {
      return Checkpoint.START;
    }
  };

  /** These bytes lie behind. */
  void passed(byte[] buffer, int from, int to);

  /** All before this offset has been passed, and nothing else. */
  Checkpoint at(long offset);
}
