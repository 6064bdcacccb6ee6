package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of a stream, long ones in pieces, so that a line without an end costs no memory. One piece at a time: the next
 * {@link #advance} overwrites it. Not for more than one thread.
 */
final class LinePieces {
  private static final int PIECE_BYTES = 64 << 10;

  private final InputStream in;
  private final MboxProgress progress;
  private byte[] buffer = new byte[2 * PIECE_BYTES];
  private int filled;
  private int from;
  private int to;
  private long offset;
  private boolean lineBegins;
  private boolean ended = true;

  /** @param offset of the first byte the stream gives, which begins a line */
  LinePieces(InputStream in, long offset, MboxProgress progress) {
    this.in = in;
    this.offset = offset;
    this.progress = progress;
  }

  /** Goes to the next piece; false at the end of the stream. */
  boolean advance() throws IOException {
    pass();
    int newline = find(from);
    while (newline < 0 && filled - from < PIECE_BYTES) {
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

  /** Makes the next bytes the piece, whatever lines they are; they have been looked at with {@link #ahead}. */
  void advance(int length) {
    pass();
    to = from + length;
    ended = length == 0 ? lineBegins : buffer[to - 1] == '\n';
  }

  private void pass() {
    progress.passed(buffer, from, to);
    offset += to - from;
    from = to;
    lineBegins = ended;
  }

  /** What follows the piece so many bytes on; shorter at the end of the stream. The piece stays. */
  byte[] ahead(int distance, int length) throws IOException {
    while (filled - to < distance + length && fill()) {
      // The buffer grows with what comes, not with what somebody claims.
    }
    int start = Math.min(to + distance, filled);
    return Arrays.copyOfRange(buffer, start, Math.min(start + length, filled));
  }

  /** So many bytes follow the piece; to be asked after {@link #ahead}. */
  boolean has(int length) {
    return filled - to >= length;
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
    if (filled == buffer.length) {
      makeRoom();
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read > 0;
  }

  /** Moves what is left only where that makes much room, so that all moving together is linear. */
  private void makeRoom() {
    if (from < buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      return;
    }
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    to -= from;
    from = 0;
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

  /** The piece begins a line that is a separator of an mbox. */
  boolean isSeparator() {
    return lineBegins && startsWith("From ", 0) && to - from <= MboxSeparator.MAX_CHARS
        && MboxSeparator.matches(text());
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
