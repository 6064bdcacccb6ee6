package dev.chesterton.syntax;

import dev.chesterton.syntax.CodeLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one side of a hunk line by line, without a grammar: some hundred times as fast as {@link SourceFile}, and good
 * enough to tell what a line does. Statements over several lines are told by their first one.
 */
public final class CodeLines {

  /** Longer lines are data, not code. */
  private static final int LONGEST = 1_000;

  private static final Set<String> KEYWORDS = Set.of("if", "while", "for", "switch", "return",
      "sizeof", "defined", "do", "else", "case", "goto", "typeof", "likely", "unlikely",
      "__attribute__", "static", "struct", "union", "enum", "const", "void", "int", "long",
      "unsigned", "signed", "char", "short", "float", "double", "u8", "u16", "u32", "u64", "bool",
      "inline", "break", "continue", "default", "extern", "volatile", "register", "typedef");

  private static final Pattern CONDITION = Pattern
      .compile("(?:\\} ?)?(?:else )?(?:if|while|for|switch)\\b");
  private static final Pattern CALL = Pattern
      .compile("(?:\\(void\\) ?)?(?!sizeof\\b|return\\b|else\\b|do\\b)[A-Za-z_]\\w* ?\\(");
  private static final Pattern STORE = Pattern.compile(
      "\\*{0,2}\\(?[A-Za-z_][\\w\\[\\]()]*(?:(?:->|\\.)[\\w\\[\\]()+-]+)+ ?"
          + "(?:[-+|&^*/]?=(?!=)|<<=|>>=|\\+\\+|--)"
          + "|(?:\\+\\+|--)\\w+(?:->|\\.)");
  private static final Pattern DECLARATION = Pattern.compile(
      "(?:(?:static|const|extern|struct|unsigned|enum|volatile|union|register|inline|__\\w+) )*"
          + "[A-Za-z_]\\w*[ *]+\\**[A-Za-z_]\\w*(?:\\[[^\\]]*\\])* ?(?:: ?\\d+ ?)?"
          + "(?:[;,]|=(?!=)|$)");
  private static final Pattern ASSIGNMENT = Pattern
      .compile("[^=]*(?:[^=!<>]=(?!=)|\\+\\+|--)");
  private static final Pattern JUMP = Pattern.compile("(?:return|goto|break|continue)\\b");

  private final List<CodeLine> read = new ArrayList<>();
  private Optional<String> function;

  private CodeLines(Optional<String> function) {
    this.function = function;
  }

  /**
   * Reads lines that follow each other.
   *
   * @param lines of one side of a hunk, without the column of signs
   * @param function the one they begin in
   * @return as many as were given
   */
  public static List<CodeLine> of(List<String> lines, Optional<String> function) {
    CodeLines reader = new CodeLines(function);
    String text = String.join("\n", lines);
    String[] code = new String(CodeText.of(text).code()).split("\n", -1);
    for (int i = 0; i < lines.size(); i++) {
      reader.read(lines.get(i), i < code.length ? code[i] : "");
    }
    return reader.read;
  }

  /** The function whose definition begins on this line. */
  public static Optional<String> head(CodeLine line, String text) {
    boolean mayBe = !text.isEmpty() && Tokens.isWordPart(text.charAt(0))
        && line.kind() != Kind.DIRECTIVE && !line.calls().isEmpty() && !line.code().endsWith(";");
    return mayBe ? Optional.of(line.calls().getFirst()) : Optional.empty();
  }

  private void read(String text, String blanked) {
    String code = text.length() > LONGEST ? "" : fold(blanked);
    List<String> names = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    split(code, names, calls);
    CodeLine line = new CodeLine(kind(text, code), code, names, calls, function);
    Optional<String> head = head(line, text);
    if (head.isPresent()) {
      function = head;
      line = new CodeLine(line.kind(), code, names, calls, function);
    }
    read.add(line);
    if (text.startsWith("}")) {
      function = Optional.empty();
    }
  }

  private static Kind kind(String text, String code) {
    if (code.isEmpty()) {
      return text.isBlank() ? Kind.NOTHING : text.length() > LONGEST ? Kind.OTHER : Kind.COMMENT;
    }
    if (code.charAt(0) == '#') {
      return Kind.DIRECTIVE;
    }
    if (CONDITION.matcher(code).lookingAt()) {
      return Kind.CONDITION;
    }
    if (JUMP.matcher(code).lookingAt()) {
      return Kind.JUMP;
    }
    // The sign a pattern cannot do without is looked for first: most lines do not have it.
    if (code.indexOf('(') >= 0 && CALL.matcher(code).lookingAt()) {
      return Kind.CALL;
    }
    if ((code.contains("->") || code.indexOf('.') > 0) && STORE.matcher(code).lookingAt()) {
      return Kind.STORE;
    }
    if (DECLARATION.matcher(code).lookingAt()) {
      return Kind.DECLARATION;
    }
    return ASSIGNMENT.matcher(code).lookingAt()
        ? Kind.ASSIGNMENT
        : hasWord(code) ? Kind.OTHER : Kind.NOTHING;
  }

  private static boolean hasWord(String code) {
    return code.chars().anyMatch(c -> Tokens.isWordPart((char) c));
  }

  private static String fold(String code) {
    StringBuilder folded = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c > ' ') {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().strip();
  }

  private static void split(String code, List<String> names, List<String> calls) {
    int at = 0;
    while (at < code.length()) {
      int end = at + 1;
      if (Tokens.isWordPart(code.charAt(at))) {
        while (end < code.length() && Tokens.isWordPart(code.charAt(end))) {
          end++;
        }
        String word = code.substring(at, end);
        if (!Character.isDigit(word.charAt(0)) && !KEYWORDS.contains(word)) {
          names.add(word);
          int next = end < code.length() && code.charAt(end) == ' ' ? end + 1 : end;
          if (next < code.length() && code.charAt(next) == '(') {
            calls.add(word);
          }
        }
      }
      at = end;
    }
  }
}
