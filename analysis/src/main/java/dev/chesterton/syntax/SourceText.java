package dev.chesterton.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The given text seen through the offsets of a framed one.
 *
 * <p>All offsets are 0-based and count in the framed code; what lies in the frame is cut away.
 */
final class SourceText {

  /** Longest text of one condition, callee or argument. */
  static final int MAX_CHARACTERS = 2_000;

  /**
   * How many times over the text may be cut out in pieces: real code takes it less than twice, ten
   * thousand calls within each other ten thousand times.
   */
  private static final int MAX_TIMES_OVER = 10;

  private final String text;
  private final char[] framed;
  private final int shift;
  private final LineIndex lines;
  private long charactersLeft;

  /**
   * Puts the two side by side.
   *
   * @param framed blanked code within its frame
   * @param shift characters of the frame before the text
   */
  SourceText(String text, char[] framed, int shift) {
    this.text = text;
    this.framed = framed;
    this.shift = shift;
    this.lines = new LineIndex(text);
    this.charactersLeft = (long) MAX_TIMES_OVER * (text.length() + MAX_CHARACTERS);
  }

  boolean holds(int offset) {
    return offset >= shift && offset < shift + text.length();
  }

  LineRange lines(int start, int end) {
    return lines.lines(start - shift, end - shift);
  }

  /** The text between two offsets, white space folded, without what belongs to the frame. */
  String folded(int start, int end) {
    int from = inText(start);
    int to = Math.clamp(inText(end), from, from + MAX_CHARACTERS);
    charactersLeft -= to - from;
    return text.substring(from, to).strip().replaceAll("\\s+", " ");
  }

  /** Whether so much was cut out already that the rest should be left. */
  boolean isExhausted() {
    return charactersLeft <= 0;
  }

  boolean startsWith(int offset, String word) {
    return word(offset).equals(word);
  }

  /** The word that begins at an offset. */
  String word(int offset) {
    int start = inText(offset);
    int end = start;
    while (end < text.length() && Tokens.isWordPart(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Drops one parenthesis at either end; a hunk may have lost one of them. */
  String withoutParentheses(String words) {
    int start = words.startsWith("(") ? 1 : 0;
    boolean isWhole = start == 1 || words.chars().filter(c -> c == ')').count() > count(words);
    int end = words.endsWith(")") && isWhole ? words.length() - 1 : words.length();
    return words.substring(start, Math.max(start, end)).strip();
  }

  private static long count(String words) {
    return words.chars().filter(c -> c == '(').count();
  }

  /** Where the last sign before an offset ends. */
  int endOfHead(int offset) {
    int end = Math.min(offset, framed.length);
    while (end > 0 && framed[end - 1] <= ' ') {
      end--;
    }
    return end;
  }

  /** The arguments between two parentheses, one text for each, as far as the limit goes. */
  List<String> arguments(int start, int closing) {
    int end = Math.min(closing, start + MAX_CHARACTERS);
    List<String> result = new ArrayList<>();
    int depth = 0;
    int from = start + 1;
    for (int i = start + 1; i < end - 1; i++) {
      char c = framed[i];
      depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        result.add(folded(from, i));
        from = i + 1;
      }
    }
    String last = folded(from, Math.max(from, end - 1));
    if (!last.isEmpty() || !result.isEmpty()) {
      result.add(last);
    }
    return List.copyOf(result);
  }

  private int inText(int offset) {
    return Math.clamp(offset - shift, 0, text.length());
  }
}
