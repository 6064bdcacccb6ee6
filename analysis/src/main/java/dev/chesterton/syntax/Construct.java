package dev.chesterton.syntax;

import java.util.List;
import java.util.Optional;

/**
 * One thing in a C text that a reviewer would point at.
 *
 * <p>Plain values: nothing here refers to the parser. Texts are cut from the source with runs of
 * white space folded to one space, and at most 2,000 characters long. Enclosing functions are
 * empty at top level, and where a hunk gave no name.
 */
public sealed interface Construct {

  /** The lines of the construct, 1-based, counted in the text that was given. */
  LineRange lines();

  /**
   * A function with a body.
   *
   * @param name as callers write it; for {@code SYSCALL_DEFINE3(openat, ...)} it is openat
   * @param lines head and body, as far as the text goes
   * @param isStatic whether the head says {@code static}
   */
  record FunctionDefinition(String name, LineRange lines, boolean isStatic)
      implements
        Construct {}

  /**
   * A call, or a use of a macro that looks like one (also of a loop macro).
   *
   * @param callee name or expression before the parentheses, {@code ops->read} for instance
   * @param lines from the callee to the closing parenthesis
   * @param enclosingFunction name of the function that holds it
   * @param arguments one text for each
   */
  record Call(
      String callee, LineRange lines, Optional<String> enclosingFunction, List<String> arguments)
      implements
        Construct {

    /** Keeps its own copy of the arguments. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A guard: an expression that decides whether or how often something runs.
   *
   * @param text of the condition, without its parentheses; all three parts of a {@code for}
   * @param kind what it belongs to
   * @param lines of the head, from keyword to closing parenthesis
   * @param guarded lines of what runs under it, without an {@code else} part
   * @param leadsTo what the guarded part does first
   * @param enclosingFunction name of the function that holds it
   */
  record Condition(
      String text,
      Head kind,
      LineRange lines,
      LineRange guarded,
      LeadsTo leadsTo,
      Optional<String> enclosingFunction)
      implements
        Construct {

    /** The statement or expression a condition belongs to; {@code do} counts as WHILE. */
    public enum Head {
      IF, WHILE, FOR, TERNARY, SWITCH
    }

    /** The first thing that happens under a condition; an assignment is OTHER. */
    public enum LeadsTo {
      RETURN, GOTO, BREAK, CONTINUE, CALL, OTHER
    }
  }

  /**
   * A name made known without a function body. Parameters are left out.
   *
   * @param name of the function, field or variable
   * @param kind which of these
   * @param lines of the whole declaration; names declared together share them
   * @param enclosingFunction name of the function that holds it
   */
  record Declaration(String name, Kind kind, LineRange lines, Optional<String> enclosingFunction)
      implements
        Construct {

    /** What the name stands for. */
    public enum Kind {
      PROTOTYPE, FIELD, VARIABLE
    }
  }

  /**
   * A comment, a multi-line one as a whole.
   *
   * @param text with its marks, as far as the text holds them
   * @param lines of the comment
   */
  record Comment(String text, LineRange lines) implements Construct {}

  /**
   * A jump target, not a {@code case}.
   *
   * @param label its name
   * @param lines the line of the label
   * @param enclosingFunction name of the function that holds it
   */
  record LabelledStatement(String label, LineRange lines, Optional<String> enclosingFunction)
      implements
        Construct {}
}
