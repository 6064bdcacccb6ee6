package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionHeadingTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "static noinline_for_stack int __extent_writepage_io(struct b *i, | __extent_writepage_io",
    "gate_shut(struct gate *gate)                      | gate_shut",
    "struct gate *gate_get(struct gate *gate)          | gate_get",
    "SYSCALL_DEFINE2(gate, int, fd,                    | gate",
    "int __attribute__((weak)) gate_shut(void)         | gate_shut",
    "static inline __printf(1, 2) void gate_say(const  | gate_say",
    "static int (*gate_find(int kind))(struct gate *)  | gate_find",
    "static int GATE_open(int kind) {                  | GATE_open",
  })
  void readsFunctionName(String heading, String name) {
    assertThat(SectionHeading.functionName(heading)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "struct gate {", "static const struct gate_operations gate_ops = {", "out_unlock:",
    "EXPORT_SYMBOL(gate_shut);", "typedef int (*gate_fn)(int)", "enum gate_kind {",
    "static int (*gate_hook)(int)", "int gate_shut(int how);", "((((", "__printf(2, 3)",
    "static int table[] = { F(1),",
  })
  void findsNoNameWhereNoFunctionIs(String heading) {
    assertThat(SectionHeading.functionName(heading)).isEmpty();
  }
}
