package dev.chesterton.source;

import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** A reading of what has no history: files. */
record FileReading(Stream<Arrival> arrivals, long total, LongSupplier position) implements Reading {

  /** Of a handful of mails that are at hand. */
  static FileReading of(Stream<Arrival> arrivals) {
    return new FileReading(arrivals, 0, () -> 0);
  }

  @Override
  public boolean isRewritten() {
    return false;
  }

  @Override
  public long done() {
    return position.getAsLong();
  }

  @Override
  public void close() {
    arrivals.close();
  }
}
