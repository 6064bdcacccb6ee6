package dev.chesterton.syntax;

import java.util.Arrays;
import java.util.Set;

/**
 * Rewrites what the preprocessor would have turned into plain C, in place and without moving a
 * character: annotations vanish, a loop macro becomes an {@code if}, a macro that stands for a
 * function head becomes a head, a type among arguments becomes a name.
 *
 * <p>tree-sitter reads C before the preprocessor, where half of the kernel's functions are no C.
 * The annotations are the common ones of compiler_types.h, compiler_attributes.h and init.h, not
 * all; one that is missing costs an error node, and at worst a declaration.
 */
final class KernelMacros {

  private static final Set<String> ANNOTATIONS = Set.of(
      """
          __always_inline __always_unused __attribute_const__ __bitwise __bpf_kfunc
          __cacheline_aligned __cacheline_aligned_in_smp
          ____cacheline_aligned ____cacheline_aligned_in_smp __cold
          __cpuidle __deprecated __designated_init __exit __exitdata __extension__ __flatten __force
          __head __hot __init __init_or_module __initconst __initdata __inline __inline__ __iomem
          __kprobes __latent_entropy __maybe_unused __meminit __must_check __net_exit __net_init
          __net_initdata __no_kasan_or_inline __no_randomize_layout __no_sanitize_address __nocast
          __noclone __nonstring __noreturn __packed __percpu __private __pure __randomize_layout
          __rcu __read_mostly __ref __refconst __refdata __restrict __ro_after_init __sched __used
          __user __visible __weak asmlinkage fastcall nokprobe_inline noinline noinline_for_stack
          noinstr notrace randomized_struct_fields_end randomized_struct_fields_start
          """
          .strip()
          .split("\\s+"));

  private static final Set<String> ANNOTATIONS_WITH_ARGUMENTS = Set.of(
      """
          __acquires __acquires_shared __alias __aligned __alloc_size __assume_aligned __attribute
          __attribute__ __cleanup __cond_acquires __counted_by __counted_by_be __counted_by_le
          __free __guarded_by __malloc __must_hold
          __must_hold_shared __no_sanitize __nonnull __printf
          __pt_guarded_by __realloc_size __releases __releases_shared __scanf __section __sized_by
          __target
          """
          .strip()
          .split("\\s+"));

  /** Words a type among arguments is made of, where tree-sitter expects an expression. */
  private static final Set<String> TYPE_WORDS = Set.of(
      "struct", "union", "enum", "unsigned", "signed", "long", "short", "int", "char", "bool",
      "void", "const", "size_t", "ssize_t", "uint8_t", "uint16_t", "uint32_t", "uint64_t",
      "int8_t", "int16_t", "int32_t", "int64_t", "uintptr_t", "float", "double");

  private static final Set<String> STATEMENT_WORDS = Set.of("if", "while", "for", "switch",
      "return", "sizeof", "else", "do", "case", "goto");

  /** The shortest head to stand in for a macro: int f(). */
  private static final String STAND_IN_TYPE = "int ";

  private final char[] code;
  private final Tokens tokens;

  private KernelMacros(char[] code) {
    this.code = code;
    this.tokens = Tokens.of(code);
  }

  /** Rewrites in place; afterwards {@code code} holds neither directives nor known macros. */
  static void rewrite(char[] code) {
    blankDirectives(code);
    new KernelMacros(code).blankAnnotations();
    // Read anew, since the neighbours of a token decide what it is.
    new KernelMacros(code).replaceMacros();
  }

  static boolean isAnnotation(String word) {
    return ANNOTATIONS.contains(word) || ANNOTATIONS_WITH_ARGUMENTS.contains(word);
  }

  /** Whether a word can only be the name of a macro or a constant. */
  static boolean isInCapitals(String word) {
    boolean hasCapital = false;
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
      hasCapital |= Character.isUpperCase(word.charAt(i));
    }
    return hasCapital && word.length() > 1;
  }

  /** Both branches of a conditional stay: a reviewer wants the guards of each. */
  private static void blankDirectives(char[] code) {
    boolean inDirective = false;
    int lineStart = 0;
    for (int i = 0; i <= code.length; i++) {
      if (i == code.length || code[i] == '\n') {
        boolean continues = i > lineStart && code[i - 1] == '\\';
        if (inDirective || firstSign(code, lineStart, i) == '#') {
          Arrays.fill(code, lineStart, i, ' ');
          inDirective = continues;
        } else if (continues) {
          // The hunk begins inside a macro: its lines read as code once the backslash is gone.
          code[i - 1] = ' ';
        }
        lineStart = i + 1;
      }
    }
  }

  private static char firstSign(char[] code, int from, int to) {
    int at = from;
    while (at < to && code[at] <= ' ') {
      at++;
    }
    return at < to ? code[at] : ' ';
  }

  private void blankAnnotations() {
    for (int token = 0; token < tokens.count(); token++) {
      String word = tokens.isName(token) ? tokens.word(token) : "";
      boolean hasArguments = tokens.first(token + 1) == '(' && isPaired(token + 1);
      if (ANNOTATIONS_WITH_ARGUMENTS.contains(word) && hasArguments) {
        blank(tokens.start(token), tokens.end(tokens.partner(token + 1)));
        token = tokens.partner(token + 1);
      } else if (ANNOTATIONS.contains(word)) {
        blank(tokens.start(token), tokens.end(token));
      }
    }
  }

  /** Backwards, since a semicolon may take the place of the line end before the next token. */
  private void replaceMacros() {
    for (int token = tokens.count() - 1; token >= 0; token--) {
      if (tokens.isName(token) && tokens.first(token + 1) == '(' && isPaired(token + 1)) {
        replaceCall(token);
      } else if (tokens.first(token) == ',' || tokens.first(token) == '(') {
        replaceTypeArgument(token + 1);
      }
    }
  }

  private void replaceCall(int name) {
    int after = tokens.partner(name + 1) + 1;
    if (!startsStatement(name) || STATEMENT_WORDS.contains(tokens.word(name))) {
      return;
    }
    if (tokens.inFirstColumn(name)) {
      replaceTopLevel(name, after);
    } else if (tokens.first(after) == '{' || isLoop(name) && tokens.first(after) != ';') {
      overwrite(tokens.start(name), tokens.end(name), "if");
    }
  }

  private boolean isLoop(int name) {
    return tokens.word(name).contains("for_each");
  }

  private void replaceTopLevel(int name, int after) {
    int start = tokens.start(name);
    int end = tokens.end(after - 1);
    if (tokens.first(after) == '{' && isInCapitals(tokens.word(name)) && end - start >= 7) {
      blank(start, end);
      overwrite(start, start + STAND_IN_TYPE.length(), STAND_IN_TYPE);
      overwrite(end - 3, end, "f()");
    } else if (after < tokens.count() && tokens.isName(after) && tokens.inFirstColumn(after)) {
      // "module_init(x)" without a semicolon would swallow the next function.
      overwrite(end, end + 1, ";");
    }
  }

  private boolean startsStatement(int token) {
    return token == 0
        || ";{}):".indexOf(tokens.first(token - 1)) >= 0
        || tokens.word(token - 1).equals("else")
        || tokens.word(token - 1).equals("do");
  }

  /** Keeps the last word of "struct x" and "unsigned int" and drops stars, between two commas. */
  private void replaceTypeArgument(int first) {
    int last = first;
    while (TYPE_WORDS.contains(tokens.word(last))) {
      last++;
    }
    boolean isTagged = last > first && isTag(tokens.word(last - 1)) && tokens.isName(last);
    int end = isTagged ? last + 1 : last;
    int next = end;
    while (tokens.first(next) == '*') {
      next++;
    }
    boolean isArgument = tokens.first(next) == ','
        || tokens.first(next) == ')' && tokens.first(first - 1) == ',';
    if (end > first && isArgument) {
      blank(tokens.start(first), tokens.end(next - 1));
      overwrite(tokens.start(end - 1), tokens.end(end - 1), "x");
    }
  }

  private static boolean isTag(String word) {
    return word.equals("struct") || word.equals("union") || word.equals("enum");
  }

  private boolean isPaired(int token) {
    return tokens.partner(token) != Tokens.NONE;
  }

  private void overwrite(int start, int end, String with) {
    blank(start, end);
    with.getChars(0, with.length(), code, start);
  }

  private void blank(int start, int end) {
    for (int i = start; i < end; i++) {
      code[i] = code[i] == '\n' ? '\n' : ' ';
    }
  }
}
