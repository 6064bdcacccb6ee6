package dev.chesterton.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A reading of what has no history: files. */
record FileReading(Stream<Arrival> arrivals, long total, LongSupplier position) implements Reading {

  /** Of nothing: there is nothing new. */
  static FileReading empty() {
    return new FileReading(Stream.empty(), 0, () -> 0);
  }

  /**
   * Of mails that come one by one.
   *
   * @param total bytes or files there are, 0 where that is not known
   * @param position how many of them were read
   * @param open is closed with the reading
   */
  static FileReading of(Iterator<Arrival> mails, long total, LongSupplier position,
      Closeable open) {
    Spliterator<Arrival> all = Spliterators.spliteratorUnknownSize(mails, Spliterator.ORDERED);
    return new FileReading(StreamSupport.stream(all, false).onClose(() -> close(open)), total,
        position);
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

  private static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
