package dev.chesterton.history;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.RawText;

/** One side of a changed file: its lines as bytes, and as text where they are shown. */
final class FileContent {

  /** As far as git looks for a NUL ({@code FIRST_FEW_BYTES} in xdiff-interface.c). */
  private static final int BINARY_PROBE_BYTES = 8_000;

  static final FileContent EMPTY = new FileContent(new byte[0]);

  private final byte[] bytes;
  private final RawText lines;

  FileContent(byte[] bytes) {
    this.bytes = bytes;
    this.lines = new RawText(bytes);
  }

  /**
   * A NUL in the first 8,000 bytes, as git decides; JGit's own test takes a lone CR for one, too.
   */
  boolean isBinary() {
    for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE_BYTES); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  RawText lines() {
    return lines;
  }

  /** All lines as {@link #line} gives them, each ended by {@code \n} where the file does so. */
  String text() {
    StringBuilder text = new StringBuilder(bytes.length);
    for (int i = 0; i < lines.size(); i++) {
      text.append(line(i)).append(bytes[start(i + 1) - 1] == '\n' ? "\n" : "");
    }
    return text.toString();
  }

  /**
   * One line without its end.
   *
   * @param index 0-based
   */
  String line(int index) {
    int start = start(index);
    int end = start(index + 1);
    return decode(start, end > start && bytes[end - 1] == '\n' ? end - 1 : end);
  }

  /** The first byte of a line that is not empty, as an unsigned value. */
  int firstByte(int index) {
    int start = start(index);
    return start < bytes.length ? bytes[start] & 0xff : '\n';
  }

  private int start(int index) {
    return index >= lines.size() ? bytes.length : lines.getRawString(index).position();
  }

  /** UTF-8 where the bytes are, else byte for byte. */
  private String decode(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return decodeBeyondAscii(start, end);
      }
    }
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private String decodeBeyondAscii(int start, int end) {
    try {
      return StandardCharsets.UTF_8.newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
  }
}
