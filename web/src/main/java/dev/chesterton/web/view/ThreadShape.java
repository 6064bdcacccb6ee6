package dev.chesterton.web.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a thread: a mark for each mail, depth to the right, the order of the tree or of time downward. One unit of
 * the drawing is one mail high and one step of depth wide; the window stretches it, and marks keep their size.
 *
 * @param width in units
 * @param height in units
 * @param lines path data of what ties an answer to its mail
 * @param marks mails, top to bottom; those that are not here have none
 * @param here path data of a line across at the mail the page was asked for; empty where it is not drawn
 * @param from first mail drawn, 1-based, {@code to} inclusive
 * @param size mails of the whole thread
 */
public record ThreadShape(int width, int height, String lines, List<Mark> marks, String here,
    int from, int to, int size) {

  /** Deeper mails stand at the right edge. */
  public static final int DEEPEST = 40;

  /** Of a unit, where the window has room. */
  private static final int PIXELS = 9;

  /** Fewer need no drawing. */
  private static final int FEWEST_MAILS = 3;

  public ThreadShape {
    marks = List.copyOf(marks);
  }

  /**
   * A mail.
   *
   * @param path path data of a point
   * @param patch drawn as a square, others as a dot
   */
  public record Mark(String path, boolean patch, String address) {}

  /**
   * A place of the thread to be drawn.
   *
   * @param depth 0 for the root
   * @param parent place of what it answers in the same list, from 0; negative where that is not drawn
   * @param address of the mail on the page; empty for a mail that is not here
   */
  public record Stem(int depth, int parent, boolean patch, boolean here, String address) {

    int x() {
      return Math.min(depth, DEEPEST);
    }
  }

  /** Whether there is enough to be drawn. */
  public boolean isEmpty() {
    return marks.size() < FEWEST_MAILS;
  }

  /** Whether mails of the thread are left out. */
  public boolean isPart() {
    return marks.size() < size;
  }

  /** Whether mails stand at the right edge that hang deeper. */
  public boolean isCut() {
    return width > DEEPEST + 1;
  }

  /** In pixels, where the window has room. */
  public int pixelsWide() {
    return (width + 1) * PIXELS;
  }

  /** In pixels, where the window has room. */
  public int pixelsHigh() {
    return (height + 1) * PIXELS;
  }

  /**
   * Draws mails.
   *
   * @param stems in order from top to bottom
   * @param from number of the first mail among them, 1-based
   * @param size mails of the whole thread
   */
  public static ThreadShape of(List<Stem> stems, int from, int size) {
    StringBuilder lines = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    String here = "";
    int deepest = stems.stream().mapToInt(Stem::x).max().orElse(0);
    for (int y = 0; y < stems.size(); y++) {
      Stem stem = stems.get(y);
      if (stem.parent() >= 0) {
        lines.append('M')
            .append(stems.get(stem.parent()).x())
            .append(' ')
            .append(stem.parent())
            .append('V')
            .append(y)
            .append('H')
            .append(stem.x());
      }
      if (!stem.address().isEmpty()) {
        marks.add(new Mark("M" + stem.x() + " " + y + "h0", stem.patch(), stem.address()));
      }
      here = stem.here() ? "M-1 " + y + "H" + (deepest + 1) : here;
    }
    return new ThreadShape(deepest + 2, stems.size() + 1, lines.toString(), marks, here, from,
        from + marks.size() - 1, size);
  }
}
