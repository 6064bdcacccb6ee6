package dev.chesterton.syntax;

import java.util.Optional;
import java.util.Set;

/** Reads what git prints after the second {@code @@} of a hunk: the head that comes before it. */
public final class SectionHeading {

  private static final Set<String> NEVER_A_NAME = Set.of("if", "while", "for", "switch", "return",
      "sizeof", "typeof", "else", "do", "defined");

  private final Tokens tokens;

  private SectionHeading(String heading) {
    this.tokens = Tokens.of(CodeText.of(heading).code());
  }

  /**
   * The function whose head this is.
   *
   * @param heading one line, possibly cut in the middle
   * @return its name; empty for a struct, an initializer, a label, a prototype or a macro call
   *     that ends in a semicolon
   */
  public static Optional<String> functionName(String heading) {
    return new SectionHeading(heading).name().filter(name -> !name.isEmpty());
  }

  private Optional<String> name() {
    if (tokens.word(0).equals("typedef") || isFinished()) {
      return Optional.empty();
    }
    for (int token = 0; token < tokens.count(); token++) {
      switch (tokens.first(token)) {
        case '=', '{', ';', '#' -> {
          return Optional.empty();
        }
        case '(' -> {
          String before = tokens.word(token - 1);
          if (NEVER_A_NAME.contains(before)) {
            return Optional.empty();
          }
          if (KernelMacros.isAnnotation(before)) {
            token = tokens.partner(token) == Tokens.NONE ? tokens.count() : tokens.partner(token);
          } else if (tokens.isName(token - 1) && tokens.first(token + 1) != '*') {
            return Optional.of(isMacro(token - 1) ? firstArgument(token) : before);
          }
          // Else a pointer to what follows, "int (*find(void))(int)": the name is further in.
        }
        default -> {
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the line ends as a statement does, so that no body can follow. */
  private boolean isFinished() {
    return tokens.first(tokens.count() - 1) == ';';
  }

  /** Whether the name is one in capitals that stands for the whole head, as SYSCALL_DEFINE3. */
  private boolean isMacro(int token) {
    boolean hasNoType = token == 0 || token == 1 && tokens.word(0).equals("static");
    return hasNoType && KernelMacros.isInCapitals(tokens.word(token));
  }

  private String firstArgument(int parenthesis) {
    return tokens.isName(parenthesis + 1) ? tokens.word(parenthesis + 1) : "";
  }
}
