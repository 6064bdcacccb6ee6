package dev.chesterton;

import java.util.Random;

/** Random input that a failing test can be given again: {@code -Dseed=}. */
public record Seed(long value) {

  /** The seed asked for, or a new one. A test that uses it has to show it when it fails. */
  public static Seed get() {
    return new Seed(Long.getLong("seed", System.nanoTime()));
  }

  /** Randomness whose seed is printed at once. */
  public static Random printed(String test) {
    Seed seed = get();
    System.out.println(test + ": " + seed);
    return seed.random();
  }

  public Random random() {
    return new Random(value);
  }

  @Override
  public String toString() {
    return "replay with -Dseed=" + value;
  }
}
