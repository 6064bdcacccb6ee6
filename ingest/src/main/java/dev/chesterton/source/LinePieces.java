package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a stream, long ones in pieces, so that a line without an end costs no memory. One piece at a time: the next
 * {@link #advance} overwrites it. Not for more than one thread.
 */
final class LinePieces {
  private static final int BUFFER_BYTES = 64 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;
  private int from;
  private int to;
  private long offset;
  private boolean lineBegins;
  private boolean ended = true;

  LinePieces(InputStream in) {
    this.in = in;
  }

  /** Goes to the next piece; false at the end of the stream. */
  boolean advance() throws IOException {
    offset += to - from;
    from = to;
    lineBegins = ended;
    int newline = find(from);
    while (newline < 0 && filled - from < BUFFER_BYTES) {
      int scanned = filled - from;
      if (!fill()) {
        break;
      }
      newline = find(from + scanned);
    }
    to = newline < 0 ? filled : newline + 1;
    ended = newline >= 0;
    return to > from;
  }

  private int find(int start) {
    for (int i = start; i < filled; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    from = 0;
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read > 0;
  }

  /** Of the first byte of the piece, 0-based. */
  long offset() {
    return offset;
  }

  /** The piece is the beginning of a line. */
  boolean lineBegins() {
    return lineBegins;
  }

  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  /** Exclusive; the line end belongs to the piece. */
  int to() {
    return to;
  }

  boolean isEmptyLine() {
    int length = to - from;
    return lineBegins && ended
        && (length == 1 || (length == 2 && buffer[from] == '\r'));
  }

  /** The word stands so many bytes behind the beginning of the piece. */
  boolean startsWith(String word, int skipped) {
    if (to - from < skipped + word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (buffer[from + skipped + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** How often the character stands at the beginning of the piece. */
  int leading(char mark) {
    int at = from;
    while (at < to && buffer[at] == mark) {
      at++;
    }
    return at - from;
  }

  String text() {
    return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
