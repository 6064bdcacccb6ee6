package dev.chesterton.syntax;

import java.util.List;
import java.util.Optional;

/**
 * One line of C, read by itself: what a statement that begins on it does.
 *
 * @param code without comments and the insides of literals, white space folded
 * @param names identifiers in their order, keywords left out, as often as they stand there
 * @param calls names that a parenthesis follows
 * @param function the one it stands in, as far as the lines before it tell
 */
public record CodeLine(Kind kind, String code, List<String> names, List<String> calls,
    Optional<String> function) {

  /** What the beginning of a statement says of it. */
  public enum Kind {
    /** Nothing, or a brace. */
    NOTHING,
    COMMENT,
    /** {@code #define} and its like. */
    DIRECTIVE,
    /** A branch or loop and what it asks. */
    CONDITION,
    /** A call for its effect. */
    CALL,
    /** A value put into a field or through a pointer, where others see it. */
    STORE,
    /** A value put into a variable of the function. */
    ASSIGNMENT,
    /** return, goto, break, continue. */
    JUMP,
    DECLARATION,
    /** The rest of a statement, mostly. */
    OTHER
  }

  public CodeLine {
    names = List.copyOf(names);
    calls = List.copyOf(calls);
  }

  /** It does something that others can see, or asks for something before it is done. */
  public boolean isEffect() {
    return kind == Kind.CALL || kind == Kind.STORE || kind == Kind.CONDITION;
  }

  public boolean isComment() {
    return kind == Kind.COMMENT;
  }
}
