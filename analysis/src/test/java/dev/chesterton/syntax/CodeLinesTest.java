package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.syntax.CodeLine.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeLinesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "if (!node->parent)                 | CONDITION",
    "} else if (left == right) {        | CONDITION",
    "for (i = 0; i < n; i++)            | CONDITION", "mutex_lock(&tree->lock);           | CALL",
    "(void)wait_for_it(x);              | CALL", "node->parent = NULL;               | STORE",
    "info->count--;                     | STORE", "ret = visit(node);                 | ASSIGNMENT",
    "left++;                            | ASSIGNMENT", "return -EINVAL;                    | JUMP",
    "goto out;                          | JUMP", "int ret = 0;                       | DECLARATION",
    "struct node *parent;               | DECLARATION",
    "#define LIMIT 3                    | DIRECTIVE",
    "/* must hold the lock */           | COMMENT", "}                                  | NOTHING",
    "start, len);                       | OTHER"})
  void tellsWhatALineDoes(String line, Kind kind) {
    assertThat(one(line).kind()).isEqualTo(kind);
  }

  @Test
  void findsNamesAndCallsOutsideOfWords() {
    CodeLine line = one(
        "\tif (test_bit(NODE_DIRTY, &node->flags)) /* not flush() */ warn(\"lost()\");");
    assertThat(line.names()).containsExactly("test_bit", "NODE_DIRTY", "node", "flags", "warn");
    assertThat(line.calls()).containsExactly("test_bit", "warn");
  }

  @Test
  void knowsACommentThatGoesOn() {
    assertThat(CodeLines.of(List.of("/*", " * call flush() first", " */", "flush();"),
        Optional.empty())).extracting(CodeLine::kind)
        .containsExactly(Kind.COMMENT, Kind.COMMENT, Kind.COMMENT, Kind.CALL);
  }

  @Test
  void followsTheFunction() {
    assertThat(CodeLines.of(List.of("\ta();", "}", "", "static int walk(struct tree *tree)", "{",
        "\tb();"), Optional.of("before"))).extracting(line -> line.function().orElse("-"))
        .containsExactly("before", "before", "-", "walk", "walk", "walk");
  }

  @Test
  void hostileLinesTakeNoTime() {
    String deep = "a".repeat(200) + "->b".repeat(100_000);
    String open = "((((".repeat(200) + " a b c ".repeat(100);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      assertThat(one(deep).kind()).isEqualTo(Kind.OTHER);
      for (int i = 0; i < 1_000; i++) {
        one(open);
      }
    });
  }

  private static CodeLine one(String line) {
    return CodeLines.of(List.of(line), Optional.empty()).getFirst();
  }
}
