package dev.chesterton.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds comparisons of truth values; see {@link TruthComparison}. */
final class TruthReader {
  private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \t]*#[ \t]*include.*$");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{2,}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]\\w*");
  private static final Set<String> TRUTHS = Set.of("0", "1", "0u", "1u", "0U", "1U", "true",
      "false",
      "TRUE", "FALSE");

  /** What an operand may stand behind so that no operator binds it more tightly than the comparison. */
  private static final Set<String> LOOSE = Set.of("&&", "||", "=", "==", "!=", "&", "|", "^");
  private static final String OPENS = "(,;?:{}[";
  private static final String CLOSES = "),;?:{}]";

  private final String code;
  private final Tokens tokens;
  private final Operators operators;
  private final LineIndex lines;
  private final List<TruthComparison> found = new ArrayList<>();

  TruthReader(String cText) {
    char[] blanked = CodeText.of(cText).code();
    code = INCLUDE.matcher(new String(blanked))
        .replaceAll(line -> " ".repeat(line.group().length()));
    tokens = Tokens.of(code.toCharArray());
    operators = new Operators(tokens);
    lines = new LineIndex(cText);
  }

  List<TruthComparison> read() {
    for (int token = 0; token < tokens.count(); token++) {
      if (isTruthGroup(token) && mayBegin(token)) {
        compareNext(token, tokens.partner(token));
        comparePrevious(token);
      } else if (operators.at(token).equals("!") && mayBegin(token)) {
        negation(token);
      } else if (operators.isRelation(operators.at(token))) {
        chain(token);
      }
    }
    return List.copyOf(found);
  }

  /** {@code (a && b) < c}. */
  private void compareNext(int start, int end) {
    String operator = operators.at(end + 1);
    int other = end + 1 + operator.length();
    if (operators.isRelation(operator) && isNoTruth(other)) {
      add(start, end, operator, other, operandEnd(other));
    }
  }

  /** {@code a < (b && c)}, unless more is computed with it. */
  private void comparePrevious(int start) {
    int end = tokens.partner(start);
    String operator = operators.endingAt(start - 1);
    int other = start - 1 - operator.length();
    boolean ends = end + 1 >= tokens.count() || CLOSES.indexOf(tokens.first(end + 1)) >= 0
        || Set.of("&&", "||").contains(operators.at(end + 1));
    boolean truth = TRUTHS.contains(tokens.word(other))
        || tokens.first(other) == ')' && isTruthGroup(tokens.partner(other));
    if (operators.isRelation(operator) && ends && other >= 0 && !truth) {
      add(start, end, operator, other, other);
    }
  }

  /** {@code !a < b}, {@code !a & MASK}, {@code !a == CONSTANT}. */
  private void negation(int start) {
    if (tokens.first(start - 1) == '!') {
      return;
    }
    int operand = start;
    while (tokens.first(operand) == '!') {
      operand++;
    }
    int end = operandEnd(operand);
    if (end < operand) {
      return;
    }
    compareNext(start, end);
    String operator = operators.at(end + 1);
    int other = end + 1 + operator.length();
    boolean constant = CONSTANT.matcher(tokens.word(other)).matches()
        && tokens.first(other + 1) != '(' && !TRUTHS.contains(tokens.word(other));
    boolean number = NUMBER.matcher(tokens.word(other)).matches()
        && !TRUTHS.contains(tokens.word(other));
    if (operator.equals("&") && constant
        || Set.of("==", "!=").contains(operator) && (constant || number)) {
      add(start, end, operator, other, operandEnd(other));
    }
  }

  /** {@code a < b < c}. */
  private void chain(int relation) {
    int token = relation + operators.at(relation).length();
    boolean word = false;
    while (token < tokens.count()) {
      String operator = operators.at(token);
      char first = tokens.first(token);
      if (operators.isRelation(operator)) {
        int other = token + operator.length();
        if (word && isNoTruth(other) && relation > 0) {
          add(relation - 1, token - 1, operator, other, operandEnd(other));
        }
        return;
      }
      boolean opens = first == '(' || first == '[';
      boolean name = Tokens.isWordPart(first);
      if (name && word || !name && !opens && first != '.' && first != '~'
          && !Set.of("+", "-", "*", "/", "%", "<<", ">>", "->").contains(operator)) {
        return;
      }
      if (opens && tokens.partner(token) == Tokens.NONE) {
        return;
      }
      word = name || opens;
      token = opens ? tokens.partner(token) + 1 : token + Math.max(1, operator.length());
    }
  }

  private boolean mayBegin(int token) {
    String before = operators.endingAt(token - 1);
    return token == 0 || OPENS.indexOf(tokens.first(token - 1)) >= 0 || LOOSE.contains(before)
        || operators.isRelation(before) || tokens.word(token - 1).equals("return");
  }

  private boolean isNoTruth(int operand) {
    return operand < tokens.count() && tokens.first(operand) != '!'
        && !TRUTHS.contains(tokens.word(operand)) && !isTruthGroup(operand);
  }

  /** Whether a parenthesis holds an expression whose value is 0 or 1, whatever its names stand for. */
  private boolean isTruthGroup(int open) {
    if (tokens.first(open) != '(' || tokens.partner(open) == Tokens.NONE) {
      return false;
    }
    boolean logical = false;
    boolean compares = false;
    boolean bits = false;
    int close = tokens.partner(open);
    for (int token = open + 1; token < close; token++) {
      char first = tokens.first(token);
      String operator = operators.at(token);
      if (first == '(' || first == '[') {
        if (tokens.partner(token) == Tokens.NONE) {
          return false;
        }
        token = tokens.partner(token);
      } else if ("?,;{}:#)]".indexOf(first) >= 0 || isAssignment(operator)) {
        return false;
      } else {
        logical |= operator.equals("&&") || operator.equals("||");
        compares |= operators.isRelation(operator) || operator.equals("==")
            || operator.equals("!=");
        bits |= operator.equals("&") || operator.equals("|") || operator.equals("^");
      }
    }
    return logical || compares && !bits;
  }

  private boolean isAssignment(String operator) {
    return operator.endsWith("=") && !operators.isRelation(operator)
        && !Set.of("==", "!=").contains(operator);
  }

  /** Last token of a name, number or parenthesis with all that is called, indexed or selected behind it. */
  private int operandEnd(int start) {
    int token = start;
    if (tokens.first(token) == '(') {
      token = tokens.partner(token);
    } else if (!Tokens.isWordPart(tokens.first(token))) {
      return start - 1;
    }
    while (token >= start) {
      char next = tokens.first(token + 1);
      if ((next == '(' || next == '[') && tokens.partner(token + 1) != Tokens.NONE) {
        token = tokens.partner(token + 1);
      } else if (next == '.' && tokens.isName(token + 2)) {
        token += 2;
      } else if (operators.at(token + 1).equals("->") && tokens.isName(token + 3)) {
        token += 3;
      } else {
        return token;
      }
    }
    return start - 1;
  }

  private void add(int start, int end, String operator, int other, int otherEnd) {
    int last = Math.max(other, otherEnd);
    LineRange range = new LineRange(line(Math.min(start, other)), line(Math.max(end, last)));
    found.add(new TruthComparison(range, text(start, end), operator, text(other, last)));
  }

  private int line(int token) {
    return lines.line(tokens.start(token));
  }

  private String text(int first, int last) {
    return code.substring(tokens.start(first), tokens.end(last)).strip().replaceAll("\\s+", " ");
  }
}
