package dev.chesterton.syntax;

import java.util.Arrays;

/** Finds the line of an offset; the one place where 0-based offsets become 1-based lines. */
final class LineIndex {

  private final int[] starts;
  private final int length;

  LineIndex(String text) {
    this.length = text.length();
    int[] found = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i + 1 < length; i = text.indexOf('\n', i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = i + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /** Lines in the text; an empty text has one, and a line end at the very end starts none. */
  int count() {
    return starts.length;
  }

  /** The 1-based line of a 0-based offset; offsets outside the text count as its borders. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, Math.clamp(offset, 0, length));
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Lines of the characters from start to before end. */
  LineRange lines(int start, int end) {
    int first = line(start);
    return new LineRange(first, Math.max(first, line(end - 1)));
  }

  /** 0-based offset where a 1-based line starts; the one after the last is where the text ends. */
  int start(int line) {
    return line > starts.length ? length : starts[line - 1];
  }
}
