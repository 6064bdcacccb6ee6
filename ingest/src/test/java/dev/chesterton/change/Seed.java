package dev.chesterton.change;

import java.util.Random;

/**
 * Randomness that can be replayed: the value is printed in the description of every property and
 * taken from {@code -Dseed=}.
 */
public record Seed(long value) {

  public static Seed get() {
    return new Seed(Long.getLong("seed", System.nanoTime()));
  }

  public Random random() {
    return new Random(value);
  }

  @Override
  public String toString() {
    return "replay with -Dseed=" + value;
  }
}
