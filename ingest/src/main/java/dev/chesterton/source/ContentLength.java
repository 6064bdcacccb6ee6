package dev.chesterton.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * How long the body of a mail in an mbox claims to be. Mails carry wrong lengths through the world, so a length counts
 * only where it leads exactly to a separator or to the end of the file.
 */
final class ContentLength {
  private static final String NAME = "content-length:";
  /** The line end that most writers put between a body and the next separator, two bytes on Windows. */
  private static final int MAX_LINE_END = 2;
  private static final int MAX_LOOKED_AT = 8;

  private ContentLength() {}

  /** The length a header line gives, bytes; empty where the line is another or the number beyond the limit. */
  static OptionalInt in(LinePieces line, int maxBytes) {
    if (!line.lineBegins() || line.to() - line.from() > 100) {
      return OptionalInt.empty();
    }
    String text = line.text();
    if (!text.regionMatches(true, 0, NAME, 0, NAME.length())) {
      return OptionalInt.empty();
    }
    String digits = text.substring(NAME.length()).strip();
    boolean number = !digits.isEmpty() && digits.length() <= 9
        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && Integer.parseInt(digits) <= maxBytes
        ? OptionalInt.of(Integer.parseInt(digits))
        : OptionalInt.empty();
  }

  /** The length, counted from behind the piece, leads to a separator or the end. */
  static boolean leadsOn(LinePieces emptyLine, int length) throws IOException {
    byte[] next = emptyLine.ahead(length, MboxSeparator.MAX_CHARS + MAX_LINE_END);
    if (!emptyLine.has(length)) {
      return false;
    }
    String text = new String(next, StandardCharsets.ISO_8859_1);
    boolean atLine = length == 0 || emptyLine.ahead(length - 1, 1)[0] == '\n';
    int at = lineEnd(text);
    int end = text.indexOf('\n', at);
    return at == text.length() || ((atLine || at > 0)
        && MboxSeparator.matches(text.substring(at, end < 0 ? text.length() : end)));
  }

  private static int lineEnd(String text) {
    return text.startsWith("\n") ? 1 : text.startsWith("\r\n") ? 2 : 0;
  }

  /**
   * The first mails of an mbox all have lengths that lead on.
   *
   * @param start the first bytes of the file
   * @param whole they are all there is
   */
  static boolean rules(byte[] start, boolean whole) {
    try {
      LinePieces pieces = new LinePieces(new ByteArrayInputStream(start), 0, MboxProgress.NONE);
      int exact = 0;
      pieces.advance();
      while (exact < MAX_LOOKED_AT && pieces.isSeparator()) {
        OptionalInt length = inHeader(pieces, start.length);
        boolean beyond = !whole && (!pieces.isEmptyLine() || length.isPresent() && pieces.offset()
            + length.getAsInt() + MboxSeparator.MAX_CHARS + MAX_LINE_END > start.length);
        if (beyond) {
          return exact > 0;
        }
        if (length.isEmpty() || !pieces.isEmptyLine() || !leadsOn(pieces, length.getAsInt())) {
          return false;
        }
        exact++;
        pieces.advance(length.getAsInt());
        skipToSeparator(pieces);
      }
      return exact > 0;
    } catch (IOException e) {
      throw new AssertionError("bytes in memory can be read", e);
    }
  }

  private static OptionalInt inHeader(LinePieces pieces, int maxBytes) throws IOException {
    OptionalInt length = OptionalInt.empty();
    while (pieces.advance() && !pieces.isEmptyLine()) {
      OptionalInt here = in(pieces, maxBytes);
      length = here.isPresent() ? here : length;
    }
    return length;
  }

  /** From behind a body whose length leads on; false at the end. */
  static boolean skipToSeparator(LinePieces pieces) throws IOException {
    while (pieces.advance()) {
      if (pieces.isSeparator()) {
        return true;
      }
    }
    return false;
  }
}
