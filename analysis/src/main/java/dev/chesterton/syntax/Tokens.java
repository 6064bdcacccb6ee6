package dev.chesterton.syntax;

import java.util.Arrays;

/**
 * The words and signs of blanked C text, with each bracket's partner.
 *
 * <p>A word is a run of letters, digits and underscores; every other character that is not white
 * space is a token of its own. Token numbers are 0-based; {@link #NONE} stands for no token.
 */
final class Tokens {

  static final int NONE = -1;

  private final char[] code;
  private int count;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] partners = new int[0];

  private Tokens(char[] code) {
    this.code = code;
  }

  /** Splits the code; later changes of the array show in the words, not in the borders. */
  static Tokens of(char[] code) {
    Tokens tokens = new Tokens(code);
    tokens.split();
    tokens.pair();
    return tokens;
  }

  int count() {
    return count;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /** The other bracket of a pair, or {@link #NONE} for a lone bracket and anything else. */
  int partner(int token) {
    return partners[token];
  }

  String word(int token) {
    return token < 0 || token >= count ? "" : new String(code, starts[token], length(token));
  }

  /** First character of a token, or 0 outside the text. */
  char first(int token) {
    return token < 0 || token >= count ? 0 : code[starts[token]];
  }

  boolean isName(int token) {
    char c = first(token);
    return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Whether the token stands in the first column of its line. */
  boolean inFirstColumn(int token) {
    return starts[token] == 0 || code[starts[token] - 1] == '\n';
  }

  /** Whether nothing but white space precedes the token on its line. */
  boolean beginsLine(int token) {
    int at = starts[token] - 1;
    while (at >= 0 && (code[at] == ' ' || code[at] == '\t')) {
      at--;
    }
    return at < 0 || code[at] == '\n';
  }

  boolean contains(String word) {
    for (int token = 0; token < count; token++) {
      if (word(token).equals(word)) {
        return true;
      }
    }
    return false;
  }

  private int length(int token) {
    return ends[token] - starts[token];
  }

  private void split() {
    int at = 0;
    while (at < code.length) {
      int end = at + 1;
      if (isWordPart(code[at])) {
        while (end < code.length && isWordPart(code[end])) {
          end++;
        }
      }
      if (code[at] > ' ') {
        add(at, end);
      }
      at = end;
    }
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  /** A brace outweighs parentheses: what is open inside it when it closes was cut off. */
  private void pair() {
    partners = new int[count];
    Arrays.fill(partners, NONE);
    int[] open = new int[count];
    int depth = 0;
    int braces = 0;
    for (int token = 0; token < count; token++) {
      char c = first(token);
      if (c == '(' || c == '[' || c == '{') {
        open[depth++] = token;
        braces += c == '{' ? 1 : 0;
      } else if (c == '}' && braces > 0) {
        while (first(open[depth - 1]) != '{') {
          depth--;
        }
        braces--;
        join(open[--depth], token);
      } else if (depth > 0 && closes(c, first(open[depth - 1]))) {
        join(open[--depth], token);
      }
    }
  }

  private void join(int opener, int closer) {
    partners[opener] = closer;
    partners[closer] = opener;
  }

  private static boolean closes(char closer, char opener) {
    return closer == ')' && opener == '(' || closer == ']' && opener == '[';
  }

  static boolean isWordPart(char c) {
    return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
