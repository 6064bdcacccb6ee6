package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the room throw or point outside of it; {@code -Dseed=} replays one seed. */
class HostileTextTest {

  private static final int TEXTS_PER_SEED = 200;

  private static final String[] PIECES = {
    "if", " ", "(", ")", "{", "}", "\n", "\t", ";", "/*", "*/", "//", "\"", "'", "\\", "\\\n", "#",
    "#define ", "else", "while", "do", "for", "struct ", "int ", "f", "list_for_each_entry(",
    "SYSCALL_DEFINE0(x)", "__acquires(", "goto ", "case ", ":", "?", ",", "=", "*", "->", "[", "]",
    "\u00e9", "\ud83d\ude00", "\ud800", "\0", "\r\n", "\u2028", "static", "x", "EXPORT_SYMBOL(x)\n",
  };

  static LongStream seeds() {
    String given = System.getProperty("seed", "");
    return given.isBlank() ? LongStream.range(1, 6) : LongStream.of(Long.parseLong(given));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noTextMakesItThrowAndLinesStayInRange(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS_PER_SEED; i++) {
      String text = text(random);
      String heading = random.nextBoolean() ? text(random) : "int f(void)";
      checkLines(SourceFile.parse(text), text);
      checkLines(SourceFile.ofHunk(text, Optional.of(heading)), text);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(120);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static void checkLines(SourceFile file, String text) {
    int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
    for (Construct construct : file.constructs()) {
      assertThat(construct.lines().last()).as("%s in %s", construct, text).isBetween(1, lines);
    }
    for (int line = -1; line <= lines + 1; line++) {
      file.at(line);
      file.identifiers(line);
      file.enclosingFunction(line);
    }
  }

  @Test
  void tenThousandParenthesesDoNotOverflowTheStack() {
    String value = "(".repeat(10_000) + "1" + ")".repeat(10_000);
    String deep = "int f(void)\n{\n\treturn " + value + ";\n}\n";
    assertThat(SourceFile.parse(deep).definedFunctions()).containsExactly("f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "{", "[", "if(", "a(", "\"", "\"\\", "'", "/*", "*/", "* /*", "x,",
    "else ",
    "}",
    "int a(){", "f(){\n", "}\n", "struct ", ")\n{", "#\\\n", "?:", "-", "*", "list_for_each(a)",
    "do ", "if(a){}else ", "case 1:", "(a)(", "a<b>", "__free(", "int f(int,", "{\nx=a;\n"})
  void longRepetitionEndsSoon(String piece) {
    String text = piece.repeat(20_000 / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          SourceFile.parse(text);
          SourceFile.ofHunk(text, Optional.empty());
        });
  }

  @Test
  void cutsTextOverTheLimitAtALineEndAndSaysSo() {
    String line = "int a_variable_with_a_rather_long_name;\n";
    String text = line.repeat(Reading.MAX_CHARACTERS / line.length() + 100);
    SourceFile file = SourceFile.parse(text);
    assertThat(file.notes()).singleElement().asString().startsWith("cut after 2097152 of ");
    assertThat(file.constructs()).hasSize(Reading.MAX_CHARACTERS / line.length());
  }

  @Test
  void nothingNativeIsLeftToBeUsedAfterClose() throws ReflectiveOperationException {
    for (var type : new Class<?>[]{SourceFile.class, Reading.class, SyntaxTree.class}) {
      for (var field : type.getDeclaredFields()) {
        String name = field.getType().getName();
        assertThat(name).doesNotContain("treesitter").doesNotContain("foreign");
      }
    }
    SourceFile file = SourceFile.parse("int f(void)\n{\n\tg();\n}\n");
    assertThat(file.calls()).extracting(Construct.Call::callee).containsExactly("g");
  }
}
