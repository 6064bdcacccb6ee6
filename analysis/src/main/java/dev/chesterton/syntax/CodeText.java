package dev.chesterton.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A C text with comments and the insides of literals blanked out, and the comments beside it.
 *
 * <p>Every character keeps its place: {@code code()} is as long as the text, and its lines end
 * where the lines of the text end. It is ASCII throughout, so an offset in characters is one in
 * bytes too, which is what tree-sitter counts in.
 */
final class CodeText {

  private final String text;
  private final char[] code;
  private final List<Span> comments = new ArrayList<>();

  /** Where on the current line no closing quote follows: quotes before it stand for themselves. */
  private int unclosedUntil;

  /** Offsets, 0-based, end exclusive. */
  record Span(int start, int end) {}

  private CodeText(String text) {
    this.text = text;
    this.code = ascii(text);
  }

  /** Reads a text; one that begins inside a comment is understood by its first lines. */
  static CodeText of(String text) {
    CodeText result = new CodeText(text);
    result.read(startsInsideComment(text));
    return result;
  }

  char[] code() {
    return code.clone();
  }

  List<Span> comments() {
    return List.copyOf(comments);
  }

  /** Kernel comments carry a star on every line, so a hunk inside one starts with a star. */
  private static boolean startsInsideComment(String text) {
    int close = text.indexOf("*/");
    int open = text.indexOf("/*");
    if (close >= 0 && (open < 0 || close < open)) {
      // Without this check "a */ b" in the middle of code would blank all before it.
      return text.substring(0, close).lines().skip(1).allMatch(l -> l.strip().startsWith("*"))
          || text.substring(0, close).stripLeading().startsWith("*");
    }
    String start = text.stripLeading();
    return start.equals("*") || start.startsWith("* ") || start.startsWith("*\n");
  }

  private void read(boolean inComment) {
    int at = inComment ? blankComment(0, 0) : 0;
    while (at < code.length) {
      at = step(at);
    }
  }

  private int step(int at) {
    char c = code[at];
    char next = at + 1 < code.length ? code[at + 1] : ' ';
    if (c == '/' && next == '*') {
      return blankComment(at, at + 2);
    }
    if (c == '/' && next == '/') {
      int end = text.indexOf('\n', at);
      return blank(at, end < 0 ? code.length : end);
    }
    return c == '"' || c == '\'' ? blankLiteral(at, c) : at + 1;
  }

  private int blankComment(int start, int searchFrom) {
    int close = text.indexOf("*/", searchFrom);
    return blank(start, close < 0 ? code.length : close + 2);
  }

  private int blank(int start, int end) {
    comments.add(new Span(start, end));
    blankInside(start, end);
    return end;
  }

  private void blankInside(int start, int end) {
    for (int i = start; i < end; i++) {
      if (code[i] != '\n' && !(code[i] == '\\' && i + 1 < code.length && code[i + 1] == '\n')) {
        code[i] = ' ';
      }
    }
  }

  private int blankLiteral(int start, char quote) {
    if (start >= unclosedUntil) {
      int end = start + 1;
      while (end < code.length && code[end] != quote && code[end] != '\n') {
        end += code[end] == '\\' ? 2 : 1;
      }
      if (end < code.length && code[end] == quote) {
        blankInside(start + 1, end);
        return end + 1;
      }
      unclosedUntil = Math.min(end, code.length);
    }
    // A lone apostrophe, as in "#error don't": not a literal, and no reason to lose the line.
    code[start] = ' ';
    return start + 1;
  }

  private static char[] ascii(String text) {
    char[] result = text.toCharArray();
    for (int i = 0; i < result.length; i++) {
      char c = result[i];
      if (c >= 0x80) {
        result[i] = Character.isLetter(c) ? 'x' : ' ';
      } else if (c < ' ' && c != '\n' && c != '\t') {
        result[i] = ' ';
      }
    }
    return result;
  }
}
