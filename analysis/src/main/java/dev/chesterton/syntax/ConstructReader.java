package dev.chesterton.syntax;

import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.Condition;
import dev.chesterton.syntax.Construct.Condition.LeadsTo;
import dev.chesterton.syntax.Construct.Declaration;
import dev.chesterton.syntax.Construct.LabelledStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Reads calls, guards, declarations and labels off a tree, in the order they begin. */
final class ConstructReader {

  private final SyntaxTree tree;
  private final SourceText text;
  private final IntFunction<Optional<String>> enclosing;
  private final List<Construct> found = new ArrayList<>();

  private ConstructReader(
      SyntaxTree tree, SourceText text, IntFunction<Optional<String>> enclosing) {
    this.tree = tree;
    this.text = text;
    this.enclosing = enclosing;
  }

  /**
   * Reads the whole tree.
   *
   * @param enclosing gives the function around an offset of the tree
   */
  static List<Construct> read(
      SyntaxTree tree, SourceText text, IntFunction<Optional<String>> enclosing) {
    ConstructReader reader = new ConstructReader(tree, text, enclosing);
    for (int node = 0; node < tree.count() && !text.isExhausted(); node++) {
      reader.read(node);
    }
    return reader.found;
  }

  private void read(int node) {
    switch (tree.type(node)) {
      case "call_expression" -> readCall(node);
      case "if_statement" -> readCondition(node, Condition.Head.IF, "consequence");
      case "while_statement", "do_statement" ->
        readCondition(node, Condition.Head.WHILE, "body");
      case "switch_statement" -> readCondition(node, Condition.Head.SWITCH, "body");
      case "conditional_expression" ->
        readCondition(node, Condition.Head.TERNARY, "consequence");
      case "for_statement" -> readFor(node);
      case "declaration", "field_declaration" -> readDeclaration(node);
      case "labeled_statement" -> readLabel(node);
      default -> {
      }
    }
  }

  private void readCall(int node) {
    OptionalInt function = tree.child(node, "function");
    OptionalInt arguments = tree.child(node, "arguments");
    if (function.isPresent() && arguments.isPresent() && beginsInText(node)) {
      // "guard(mutex)(&lock)" calls the result of a call: it goes by the name of guard.
      int callee = function.getAsInt();
      if (tree.is(callee, "call_expression")) {
        callee = tree.child(callee, "function").orElse(callee);
      }
      addCall(node, callee, arguments.getAsInt());
    }
  }

  private void addCall(int node, int callee, int arguments) {
    found.add(
        new Call(
            text.folded(tree.start(callee), tree.end(callee)),
            text.lines(tree.start(node), tree.end(arguments)),
            enclosing.apply(tree.start(node)),
            text.arguments(tree.start(arguments), tree.end(arguments))));
  }

  private void readCondition(int node, Condition.Head kind, String guardedField) {
    OptionalInt condition = tree.child(node, "condition");
    OptionalInt guarded = tree.child(node, guardedField);
    if (condition.isEmpty()) {
      return;
    }
    int start = tree.start(condition.getAsInt());
    int end = tree.end(condition.getAsInt());
    boolean isIf = kind == Condition.Head.IF && beginsInText(node);
    if (isIf && !text.startsWith(tree.start(node), "if")) {
      addMacro(node, start, end);
      return;
    }
    String words = text.folded(start, end);
    boolean isHead = kind != Condition.Head.TERNARY && !tree.is(node, "do_statement");
    int from = isHead ? tree.start(node) : start;
    addCondition(
        kind == Condition.Head.TERNARY ? words : text.withoutParentheses(words),
        kind, text.lines(from, end), guarded.orElse(condition.getAsInt()));
  }

  /** A loop macro, which {@link KernelMacros} disguised as an {@code if}. */
  private void addMacro(int node, int start, int end) {
    found.add(
        new Call(
            text.word(tree.start(node)),
            text.lines(tree.start(node), end),
            enclosing.apply(tree.start(node)),
            text.arguments(start, end)));
  }

  private void readFor(int node) {
    OptionalInt body = tree.child(node, "body");
    if (body.isEmpty()) {
      return;
    }
    int end = tree.start(body.getAsInt());
    String head = text.folded(tree.start(node), end);
    String parts = head.startsWith("for") ? head.substring("for".length()).strip() : head;
    addCondition(
        text.withoutParentheses(parts), Condition.Head.FOR,
        text.lines(tree.start(node), text.endOfHead(end)), body.getAsInt());
  }

  private void addCondition(String words, Condition.Head kind, LineRange lines, int guarded) {
    if (words.isEmpty()) {
      return;
    }
    found.add(
        new Condition(
            words, kind, lines, text.lines(tree.start(guarded), tree.end(guarded)),
            leadsTo(guarded), enclosing.apply(tree.start(guarded))));
  }

  private LeadsTo leadsTo(int guarded) {
    int first = guarded;
    while (tree.is(first, "compound_statement") || tree.is(first, "expression_statement")) {
      OptionalInt child = tree.firstChild(first);
      if (child.isEmpty()) {
        return LeadsTo.OTHER;
      }
      first = child.getAsInt();
    }
    return switch (tree.type(first)) {
      case "return_statement" -> LeadsTo.RETURN;
      case "goto_statement" -> LeadsTo.GOTO;
      case "break_statement" -> LeadsTo.BREAK;
      case "continue_statement" -> LeadsTo.CONTINUE;
      case "call_expression" -> LeadsTo.CALL;
      default -> LeadsTo.OTHER;
    };
  }

  private void readDeclaration(int node) {
    for (int child : tree.children(node)) {
      if (tree.isField(child, "declarator") && beginsInText(child)) {
        addDeclaration(node, child);
      }
    }
  }

  /** Goes inward through stars, brackets and initializers until a name is left. */
  private void addDeclaration(int node, int declarator) {
    boolean isPrototype = false;
    int inner = declarator;
    while (!tree.is(inner, "identifier") && !tree.is(inner, "field_identifier")) {
      isPrototype = tree.is(inner, "function_declarator");
      boolean isWrapped = tree.is(inner, "parenthesized_declarator");
      OptionalInt next = isWrapped ? tree.firstChild(inner) : tree.child(inner, "declarator");
      if (next.isEmpty()) {
        return;
      }
      inner = next.getAsInt();
    }
    Declaration.Kind kind = tree.is(inner, "field_identifier")
        ? Declaration.Kind.FIELD
        : isPrototype ? Declaration.Kind.PROTOTYPE : Declaration.Kind.VARIABLE;
    found.add(
        new Declaration(
            text.folded(tree.start(inner), tree.end(inner)), kind,
            text.lines(tree.start(node), tree.end(node)), enclosing.apply(tree.start(inner))));
  }

  private void readLabel(int node) {
    OptionalInt label = tree.child(node, "label");
    if (label.isPresent() && beginsInText(node)) {
      int start = tree.start(label.getAsInt());
      int end = tree.end(label.getAsInt());
      found.add(
          new LabelledStatement(
              text.folded(start, end), text.lines(start, end), enclosing.apply(start)));
    }
  }

  private boolean beginsInText(int node) {
    return text.holds(tree.start(node));
  }
}
