package dev.chesterton.cli;

import java.io.PrintStream;

/** Warnings on standard error: the first of a run, and how many more there were. */
final class Warnings {
  private static final int MOST = 100;

  private final PrintStream err;
  private final long most;
  private long count;

  /** @param all none is held back */
  Warnings(PrintStream err, boolean all) {
    this.err = err;
    this.most = all ? Long.MAX_VALUE : MOST;
  }

  void say(String warning) {
    count++;
    if (count <= most) {
      err.println("W: " + Printable.of(warning));
    }
  }

  /** Says how many were held back. */
  void end() {
    if (count > most) {
      err.println("W: and " + (count - most) + " more; -v names them all");
    }
  }
}
