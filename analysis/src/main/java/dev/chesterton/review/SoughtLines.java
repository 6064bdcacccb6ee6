package dev.chesterton.review;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of a file that are asked about: by their numbers, or as they stand in a copy of it at hand. */
public sealed interface SoughtLines {

  /** Further ones are not looked at. */
  int MOST_LINES = 200;

  /** Number of the first, 1-based; 0 where no line is asked for. */
  int first();

  /** Where they stand in a file, 1-based; an empty range where they do not. */
  Range in(List<String> file);

  /**
   * Numbers of lines.
   *
   * @param first 1-based
   * @param last inclusive; less than {@code first} where there are none
   */
  record Range(int first, int last) {
    static final Range NONE = new Range(1, 0);

    boolean isEmpty() {
      return last < first;
    }

    int size() {
      return last - first + 1;
    }
  }

  /** By number, the same in each tree. */
  record Numbered(Range range) implements SoughtLines {

    @Override
    public int first() {
      return range.first();
    }

    @Override
    public Range in(List<String> file) {
      return range.first() < 1 || range.first() > file.size() ? Range.NONE
          : new Range(range.first(), Math.min(range.last(), file.size()));
    }
  }

  /**
   * As text, since a file being worked on has other numbers than the one in a tree: the place where most of them stand,
   * of equal ones the nearest.
   *
   * @param first 1-based, in the copy at hand
   * @param lines at least one
   */
  record Written(int first, List<String> lines) implements SoughtLines {
    public Written {
      lines = List.copyOf(lines);
    }

    @Override
    public Range in(List<String> file) {
      return IntStream.rangeClosed(1, file.size() - lines.size() + 1)
          .boxed()
          .filter(at -> equal(file, at) > 0)
          .max(Comparator.<Integer>comparingInt(at -> equal(file, at))
              .thenComparingInt(at -> -Math.abs(at - first)))
          .map(at -> new Range(at, at + lines.size() - 1))
          .orElse(Range.NONE);
    }

    /** Lines that say something count; braces and gaps stand everywhere. */
    private int equal(List<String> file, int at) {
      boolean saysSomething = lines.stream().anyMatch(Written::saysSomething);
      return (int) IntStream.range(0, lines.size())
          .filter(i -> saysSomething(lines.get(i)) || !saysSomething)
          .filter(i -> lines.get(i).equals(file.get(at - 1 + i)))
          .count();
    }

    private static boolean saysSomething(String line) {
      return line.codePoints().anyMatch(Character::isLetterOrDigit);
    }
  }
}
