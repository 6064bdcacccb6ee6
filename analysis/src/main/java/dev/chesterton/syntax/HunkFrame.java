package dev.chesterton.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to stand before and after the text of a hunk so that it is whole C.
 *
 * <p>A hunk begins and ends anywhere: in a function, in a struct, in the middle of a condition.
 * The brackets it closes without having opened them, and those it leaves open, say where.
 * The prefix holds no line end, so lines keep their numbers.
 */
record HunkFrame(String prefix, String suffix) {

  static final HunkFrame NONE = new HunkFrame("", "");

  private static final String FUNCTION = "void f(){";

  /** The signs that need something before them, or after them. */
  private static final String NEEDS_LEFT = "|/<>=?%^.,:";

  private static final String NEEDS_RIGHT = ",(=+-*/&|<>?!~^%.[";

  String apply(String code) {
    return prefix + code + suffix;
  }

  /**
   * Finds the frame.
   *
   * @param code blanked and free of macros
   * @param heading what git prints after the second {@code @@}, empty if nothing
   */
  static HunkFrame around(char[] code, String heading) {
    Tokens tokens = Tokens.of(code);
    return tokens.count() == 0 ? NONE : new Builder(tokens, heading).build();
  }

  private static final class Builder {

    private final Tokens tokens;
    private final String outer;
    private final List<Integer> closers = new ArrayList<>();
    private final List<Integer> openers = new ArrayList<>();

    Builder(Tokens tokens, String heading) {
      this.tokens = tokens;
      findLoneClosers();
      findLoneOpeners();
      this.outer = outer(heading);
    }

    HunkFrame build() {
      boolean headIsCut = endsWithHeadOfBody();
      if (!startsInside()) {
        return new HunkFrame("", suffix(""));
      }
      if (closers.isEmpty() && tokens.first(0) == '{') {
        return new HunkFrame("void f()", suffix(""));
      }
      boolean isOutside = headIsCut || leavesAtOnce();
      boolean isClosed = isOutside || closesOuter();
      StringBuilder prefix = new StringBuilder(isOutside ? "" : outer);
      for (int i = closers.size() - (!isOutside && closesOuter() ? 2 : 1); i >= 0; i--) {
        prefix.append(opener(closers.get(i), isOutside && i == closers.size() - 1));
      }
      return new HunkFrame(prefix + operand(), suffix(isClosed ? "" : outer));
    }

    /** What the whole hunk stands in, guessed from its heading and from how it ends. */
    private String outer(String heading) {
      if (SectionHeading.functionName(heading).isPresent()) {
        return FUNCTION;
      }
      String start = heading.strip().replaceFirst("^(static |const |typedef )+", "");
      if (heading.contains("=")) {
        return "int a[]={";
      }
      if (start.startsWith("enum ")) {
        return "enum e{";
      }
      boolean endsAsStruct = closesOuter() && tokens.first(closers.getLast() + 1) == ';';
      return start.startsWith("struct ") || start.startsWith("union ") || endsAsStruct
          ? "struct s{"
          : FUNCTION;
    }

    private boolean startsInside() {
      boolean startsWithLabel = tokens.isName(0) && tokens.first(1) == ':';
      return !closers.isEmpty()
          || !tokens.inFirstColumn(0)
          || tokens.first(0) == '{'
          || startsWithLabel;
    }

    /** In kernel style only the end of a function, struct or table stands in column one. */
    private boolean closesOuter() {
      return !closers.isEmpty()
          && tokens.first(closers.getLast()) == '}'
          && tokens.inFirstColumn(closers.getLast());
    }

    /** Whether a top-level line comes before any end of a body: only a statement was open. */
    private boolean leavesAtOnce() {
      for (int token = 0; token < tokens.count(); token++) {
        if (tokens.inFirstColumn(token)) {
          boolean isLabel = tokens.first(token + 1) == ':';
          if (tokens.isName(token) && !isLabel) {
            return true;
          }
          if (tokens.first(token) == '}') {
            return false;
          }
        }
      }
      return false;
    }

    /** Whether the hunk begins among the parameters of a function. */
    private boolean endsWithHeadOfBody() {
      if (closers.isEmpty()) {
        return false;
      }
      int last = closers.getLast();
      return tokens.first(last) == ')'
          && tokens.first(last + 1) == '{'
          && tokens.inFirstColumn(last + 1);
    }

    private String opener(int closer, boolean isHead) {
      int next = closer + 1;
      return switch (tokens.first(closer)) {
        case ']' -> "a[";
        case ')' -> isHead ? "void f(" : tokens.first(next) == '{' ? guard(closer) : "f(";
        default -> {
          boolean isDo = tokens.word(next).equals("while")
              && tokens.first(next + 1) == '('
              && tokens.partner(next + 1) != Tokens.NONE
              && tokens.first(tokens.partner(next + 1) + 1) == ';';
          yield tokens.word(next).equals("else") ? "if(x){" : isDo ? "do{" : "{";
        }
      };
    }

    /** Semicolons in front of a lone parenthesis are those of a {@code for}. */
    private String guard(int closer) {
      int semicolons = 0;
      for (int token = closer - 1; token >= 0 && tokens.first(token) != '}'; token--) {
        semicolons += tokens.first(token) == ';' ? 1 : 0;
      }
      return semicolons == 1 ? "for(;" : semicolons == 2 ? "for(" : "if(";
    }

    private String operand() {
      if (tokens.word(0).equals("else")) {
        return "if(x)x;";
      }
      boolean isCut = NEEDS_LEFT.indexOf(tokens.first(0)) >= 0
          || tokens.first(0) == '&' && tokens.first(1) == '&'
          || tokens.first(0) == '-' && tokens.first(1) == '>';
      return isCut ? "x" : "";
    }

    private String suffix(String unclosed) {
      int last = tokens.count() - 1;
      StringBuilder result = new StringBuilder("\n");
      if (unclosed.isEmpty() && openers.size() == 1 && isHead(openers.getFirst())) {
        char end = tokens.first(last);
        return result.append(end == ',' || end == '(' ? "int x" : "").append("){}").toString();
      }
      if (unclosed.isEmpty() && openers.isEmpty() && tokens.first(last) == ')' && isHead(last)) {
        return result.append("{}").toString();
      }
      if (NEEDS_RIGHT.indexOf(tokens.first(last)) >= 0 && !isIncrement(last)) {
        result.append("0");
      }
      for (int opener : openers) {
        result.append(closing(tokens.first(opener), unclosed));
      }
      return result.append(end(unclosed)).toString();
    }

    private String closing(char opener, String unclosed) {
      boolean holdsStatements = unclosed.isEmpty() || unclosed.equals(FUNCTION);
      return switch (opener) {
        case '(' -> ")";
        case '[' -> "]";
        default -> holdsStatements ? ";}" : "}";
      };
    }

    private static String end(String unclosed) {
      return switch (unclosed) {
        case "" -> "";
        case FUNCTION -> ";}";
        default -> "};";
      };
    }

    private boolean isIncrement(int token) {
      char c = tokens.first(token);
      return (c == '+' || c == '-') && tokens.first(token - 1) == c;
    }

    /** Whether a parenthesis belongs to a head that begins in column one of its line. */
    private boolean isHead(int parenthesis) {
      int opener = tokens.first(parenthesis) == ')' ? tokens.partner(parenthesis) : parenthesis;
      if (opener == Tokens.NONE || tokens.first(opener) != '(') {
        return false;
      }
      int token = opener;
      while (token > 0 && !tokens.beginsLine(token)) {
        token--;
      }
      return tokens.inFirstColumn(token) && tokens.isName(token) && tokens.isName(opener - 1);
    }

    private void findLoneClosers() {
      for (int token = 0; token < tokens.count(); token++) {
        char c = tokens.first(token);
        boolean isPaired = tokens.partner(token) != Tokens.NONE;
        if (isPaired) {
          token = tokens.partner(token);
        } else if (c == '(' || c == '[' || c == '{') {
          return;
        } else if (c == ')' || c == ']' || c == '}') {
          closers.add(token);
        }
      }
    }

    private void findLoneOpeners() {
      for (int token = tokens.count() - 1; token >= 0; token--) {
        char c = tokens.first(token);
        boolean isPaired = tokens.partner(token) != Tokens.NONE;
        if (isPaired) {
          token = tokens.partner(token);
        } else if (c == ')' || c == ']' || c == '}') {
          return;
        } else if (c == '(' || c == '[' || c == '{') {
          openers.add(token);
        }
      }
    }
  }
}
