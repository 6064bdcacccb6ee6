package dev.chesterton.change;

import java.util.Arrays;
import java.util.List;
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
    return ofKeys(lines.mapToLong(line -> LineKey.valueOf(line.text())));
  }

  /** Of the lines of one kind in all files. */
  static LineKeys of(List<FileChange> files, DiffLine.Kind kind) {
    long[] keys = new long[16];
    int count = 0;
    for (FileChange file : files) {
      for (Hunk hunk : file.hunks()) {
        for (DiffLine line : hunk.lines()) {
          if (line.kind() == kind) {
            keys = count < keys.length ? keys : Arrays.copyOf(keys, 2 * count);
            keys[count++] = LineKey.valueOf(line.text());
          }
        }
      }
    }
    return ofKeys(keys, count);
  }

  /** Of values of {@link LineKey}; order and repetition do not matter. */
  public static LineKeys ofKeys(LongStream keys) {
    long[] values = keys.toArray();
    return ofKeys(values, values.length);
  }

  /** Of the first {@code count} values, which are sorted in place. */
  private static LineKeys ofKeys(long[] values, int count) {
    Arrays.sort(values, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      boolean repeated = kept > 0 && values[kept - 1] == values[i];
      if (!repeated && values[i] != LineKey.BLANK.value()) {
        values[kept++] = values[i];
      }
    }
    return kept == 0 ? NONE : new LineKeys(Arrays.copyOf(values, kept));
  }

  /**
   * Of values that {@link #stream} gave before.
   *
   * @param values ascending, none twice, no blank one; not copied
   */
  public static LineKeys ofSorted(long[] values) {
    return values.length == 0 ? NONE : new LineKeys(values);
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

  /** How many keys are both here and there. */
  public int shared(LineKeys others) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < others.sorted.length) {
      int order = Long.compare(sorted[i], others.sorted[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** Keys that are here or there. */
  public LineKeys with(LineKeys others) {
    return ofKeys(LongStream.concat(stream(), others.stream()));
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
