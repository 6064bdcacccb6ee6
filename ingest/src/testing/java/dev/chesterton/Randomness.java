package dev.chesterton;

import java.util.Random;

/** Random input that a failing test can be given again: {@code -Dseed=}. */
public final class Randomness {
  private Randomness() {}

  /** Prints its seed. */
  public static Random printed(String test) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(test + ": replay with -Dseed=" + seed);
    return new Random(seed);
  }
}
