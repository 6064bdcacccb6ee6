package dev.chesterton.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds function bodies by their braces rather than by the tree.
 *
 * <p>One macro the grammar does not know can lose it a whole function; the braces still tell where
 * it begins and ends, and a brace in column one ends it for sure.
 */
final class FunctionFinder {

  private final char[] original;
  private final Tokens tokens;
  private final List<Body> found = new ArrayList<>();

  /**
   * A function with its head.
   *
   * @param start 0-based offset of the head
   * @param end offset behind the closing brace
   */
  record Body(String name, boolean isStatic, int start, int end) {}

  private FunctionFinder(char[] original, char[] rewritten) {
    this.original = original;
    this.tokens = Tokens.of(rewritten);
  }

  /**
   * Finds them in the order of the text; they never overlap.
   *
   * @param original blanked code with its macros, from which names are read
   * @param rewritten the same code without macros, of the same length
   */
  static List<Body> find(char[] original, char[] rewritten) {
    FunctionFinder finder = new FunctionFinder(original, rewritten);
    finder.scan();
    return List.copyOf(finder.found);
  }

  private void scan() {
    int head = 0;
    for (int token = 0; token < tokens.count(); token++) {
      char c = tokens.first(token);
      if (c == '{') {
        int close = closing(token);
        if (tokens.first(token - 1) == ')') {
          add(head, token, close);
        }
        token = close;
      }
      if (c == '{' || c == ';' || c == '}') {
        head = token + 1;
      }
    }
  }

  /** The partner, an earlier brace in column one, the token before another head, or the last. */
  private int closing(int opener) {
    int partner = tokens.partner(opener);
    int last = partner == Tokens.NONE ? tokens.count() - 1 : partner;
    for (int token = opener + 1; token < last; token++) {
      if (tokens.first(token) == '}' && tokens.inFirstColumn(token)) {
        return token;
      }
      if (tokens.first(token) == '{' && tokens.inFirstColumn(token)) {
        return Math.max(opener, beforeStatement(token));
      }
    }
    return last;
  }

  private int beforeStatement(int token) {
    int at = token - 1;
    while (at >= 0 && ";{}".indexOf(tokens.first(at)) < 0) {
      at--;
    }
    return at;
  }

  private void add(int head, int opener, int close) {
    int start = tokens.start(head);
    String text = new String(original, start, tokens.start(opener) - start);
    Optional<String> name = SectionHeading.functionName(text);
    boolean isStatic = Tokens.of(text.toCharArray()).contains("static");
    name.ifPresent(n -> found.add(new Body(n, isStatic, start, tokens.end(close))));
  }
}
