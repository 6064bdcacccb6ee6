package dev.chesterton.syntax;

import java.util.Set;

/** Operators among tokens, of which each is one sign: {@code <=} is two tokens side by side. */
final class Operators {
  private static final String SIGNS = "<>=!&|+-*/%^";
  private static final Set<String> RELATIONS = Set.of("<", ">", "<=", ">=");

  private final Tokens tokens;

  Operators(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The operator that begins with a token; empty where none does, and inside of one. */
  String at(int token) {
    if (!isSign(token) || isSign(token - 1) && joins(token - 1)) {
      return "";
    }
    int end = token;
    while (isSign(end + 1) && joins(end)) {
      end++;
    }
    StringBuilder operator = new StringBuilder();
    for (int at = token; at <= end; at++) {
      operator.append(tokens.first(at));
    }
    return operator.toString();
  }

  /** The operator that ends with a token; empty where none does. */
  String endingAt(int token) {
    int start = token;
    while (isSign(start - 1) && joins(start - 1)) {
      start--;
    }
    String operator = at(start);
    return start + operator.length() - 1 == token ? operator : "";
  }

  boolean isRelation(String operator) {
    return RELATIONS.contains(operator);
  }

  private boolean isSign(int token) {
    return token >= 0 && token < tokens.count() && SIGNS.indexOf(tokens.first(token)) >= 0;
  }

  /** Whether a sign and the next are one operator: {@code <=} is, {@code &&} is, {@code =-} and {@code &&!} are not. */
  private boolean joins(int token) {
    char left = tokens.first(token);
    char right = tokens.first(token + 1);
    boolean sideBySide = tokens.end(token) == tokens.start(token + 1);
    boolean doubled = left == right && "<>=&|+-".indexOf(left) >= 0;
    return sideBySide
        && (doubled || right == '=' && left != '=' || left == '-' && right == '>');
  }
}
