package dev.chesterton.change;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A set of line keys, blank ones left out, in ascending order. */
public final class LineKeys {

  public static final LineKeys NONE = new LineKeys(new long[0]);

  private final long[] sorted;

  private LineKeys(long[] sorted) {
    this.sorted = sorted;
  }

  public static LineKeys of(Stream<DiffLine> lines) {
    return ofKeys(lines.mapToLong(line -> LineKey.of(line.text()).value()));
  }

  /** Of values of {@link LineKey}; order and repetition do not matter. */
  public static LineKeys ofKeys(LongStream keys) {
    return new LineKeys(
        keys.filter(key -> key != LineKey.BLANK.value()).sorted().distinct().toArray());
  }

  public boolean contains(LineKey key) {
    return Arrays.binarySearch(sorted, key.value()) >= 0;
  }

  public LongStream stream() {
    return Arrays.stream(sorted);
  }

  public int size() {
    return sorted.length;
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  /** Keys that are here and not there. */
  public LineKeys without(LineKeys others) {
    return ofKeys(stream().filter(key -> Arrays.binarySearch(others.sorted, key) < 0));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineKeys keys && Arrays.equals(sorted, keys.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return sorted.length + " line keys";
  }
}
