package dev.chesterton.web;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from telling what an operator cannot use. Kept, since loggers without a reference are forgotten. */
final class QuietLog {

  /** Start and stop messages. */
  private static final Logger SERVER = Logger.getLogger("org.apache");
  /** Asks for a JVM flag that would make no difference here: no vectors are searched. */
  private static final Logger VECTORS = Logger
      .getLogger("org.apache.lucene.internal.vectorization");

  private QuietLog() {}

  static void begin() {
    SERVER.setLevel(Level.WARNING);
    VECTORS.setLevel(Level.SEVERE);
  }
}
