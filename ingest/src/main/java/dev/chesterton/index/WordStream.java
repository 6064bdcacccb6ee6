package dev.chesterton.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a text as {@link WordAnalyzer} has them, made straight into the bytes of Lucene's terms. It is two thirds
 * of the work of an ingest, and nearly all of it is ASCII.
 */
final class WordStream extends TokenStream {
  private static final int SHORTEST_IDENTIFIER = 3;

  /** In chars, like that of Lucene's tokenizers. */
  private static final int LONGEST = 255;

  /** A char of at most this many bytes in UTF-8; a pair of two has four. */
  private static final int BYTES_PER_CHAR = 3;

  private static final int ASCII = 128;

  /** The lower case of an ASCII character that is part of a word, 0 of any other. */
  private static final byte[] LOWER = lower();

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final BytesRef word = new BytesRef(new byte[LONGEST * BYTES_PER_CHAR]);
  private final List<String> texts;
  private final boolean identifiersOnly;
  private Iterator<String> rest;
  private String text = "";
  private int at;
  private int chars;

  private WordStream(List<String> texts, boolean identifiersOnly) {
    this.texts = texts;
    this.identifiersOnly = identifiersOnly;
    this.rest = texts.iterator();
  }

  /** Every word; longer runs are cut at 255 characters. */
  static WordStream ofText(String text) {
    return new WordStream(List.of(text), false);
  }

  /** Words of three to 255 characters that do not begin with a digit. */
  static WordStream ofIdentifiers(List<String> lines) {
    return new WordStream(lines, true);
  }

  @Override
  public void reset() {
    rest = texts.iterator();
    text = "";
    at = 0;
  }

  @Override
  public boolean incrementToken() {
    while (next()) {
      if (!identifiersOnly || isIdentifier()) {
        clearAttributes();
        term.setBytesRef(word);
        return true;
      }
    }
    return false;
  }

  private boolean isIdentifier() {
    if (chars >= LONGEST && at < text.length() && wordPoint(at) >= 0) {
      skipWord();
      return false;
    }
    return chars >= SHORTEST_IDENTIFIER && chars <= LONGEST && !startsWithDigit();
  }

  private boolean startsWithDigit() {
    byte first = word.bytes[0];
    return first >= 0
        ? first >= '0' && first <= '9'
        : Character.isDigit(word.utf8ToString().codePointAt(0));
  }

  private void skipWord() {
    int point = wordPoint(at);
    while (point >= 0) {
      at += Character.charCount(point);
      point = at < text.length() ? wordPoint(at) : -1;
    }
  }

  /** Goes to the next word of any length; false at the end of all texts. */
  private boolean next() {
    while (true) {
      if (skipToWord()) {
        read();
        return true;
      }
      if (!rest.hasNext()) {
        return false;
      }
      text = rest.next();
      at = 0;
    }
  }

  private boolean skipToWord() {
    int end = text.length();
    while (at < end) {
      char unit = text.charAt(at);
      if (unit < ASCII ? LOWER[unit] != 0 : wordPoint(at) >= 0) {
        return true;
      }
      at += unit < ASCII ? 1 : Character.charCount(text.codePointAt(at));
    }
    return false;
  }

  private void read() {
    int length = 0;
    int start = at;
    int end = Math.min(text.length(), start + LONGEST);
    byte[] bytes = word.bytes;
    while (at < end) {
      char unit = text.charAt(at);
      byte lower = unit < ASCII ? LOWER[unit] : 0;
      if (lower == 0) {
        break;
      }
      bytes[length++] = lower;
      at++;
    }
    if (at < end && text.charAt(at) >= ASCII) {
      length = readOn(start, length);
    }
    chars = at - start;
    word.length = length;
  }

  /** Behind the first character that is not ASCII. */
  private int readOn(int start, int read) {
    int length = read;
    while (at < text.length() && at - start < LONGEST) {
      int point = wordPoint(at);
      if (point < 0) {
        break;
      }
      byte[] utf8 = Character.toString(Character.toLowerCase(point))
          .getBytes(StandardCharsets.UTF_8);
      word.bytes = length + utf8.length > word.bytes.length
          ? Arrays.copyOf(word.bytes, word.bytes.length * 2)
          : word.bytes;
      System.arraycopy(utf8, 0, word.bytes, length, utf8.length);
      length += utf8.length;
      at += Character.charCount(point);
    }
    return length;
  }

  /** The character there if it is part of a word, else -1. */
  private int wordPoint(int index) {
    int point = text.codePointAt(index);
    return WordAnalyzer.isWordPart(point) ? point : -1;
  }

  private static byte[] lower() {
    byte[] lower = new byte[ASCII];
    for (int unit = 0; unit < ASCII; unit++) {
      lower[unit] = WordAnalyzer.isWordPart(unit) ? (byte) Character.toLowerCase(unit) : 0;
    }
    return lower;
  }
}
