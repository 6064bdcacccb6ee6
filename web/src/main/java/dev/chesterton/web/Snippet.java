package dev.chesterton.web;

import dev.chesterton.index.SoughtWords.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line, or a part of it, that has what was sought.
 *
 * @param line 1-based
 * @param text as it stands there
 * @param marks what was sought in it, from left to right, apart from each other
 * @param begins whether the line begins with it
 * @param ends whether the line ends with it
 */
record Snippet(int line, String text, List<Mark> marks, boolean begins, boolean ends) {

  /** Longest snippet, in chars. */
  static final int LONGEST = 200;

  /** What is shown before the first match of a longer line. */
  private static final int BEFORE = 60;

  Snippet {
    marks = List.copyOf(marks);
  }

  /** Chars of the snippet, 0-based; {@code to} is behind the last. */
  record Mark(int from, int to) {}

  /** @param places of this line, at least one */
  static Snippet of(String line, List<Place> places) {
    List<Place> inOrder = places.stream()
        .sorted(Comparator.comparingInt(Place::from).thenComparingInt(Place::to))
        .toList();
    int from = line.length() <= LONGEST ? 0
        : whole(line, Math.clamp(inOrder.getFirst().from() - BEFORE, 0, line.length() - LONGEST));
    int to = whole(line, Math.min(line.length(), from + LONGEST));
    return new Snippet(inOrder.getFirst().line(), line.substring(from, to),
        marks(inOrder, from, to), from == 0, to == line.length());
  }

  /** Never between the halves of a character. */
  private static int whole(String line, int at) {
    return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at))
        && Character.isHighSurrogate(line.charAt(at - 1)) ? at - 1 : at;
  }

  private static List<Mark> marks(List<Place> places, int from, int to) {
    List<Mark> marks = new ArrayList<>();
    int end = 0;
    for (Place place : places) {
      int begin = Math.max(end, place.from() - from);
      int behind = Math.min(to, place.to()) - from;
      if (begin < behind) {
        marks.add(new Mark(begin, behind));
        end = behind;
      }
    }
    return marks;
  }
}
