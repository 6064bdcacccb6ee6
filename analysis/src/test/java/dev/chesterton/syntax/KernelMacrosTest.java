package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.Condition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelMacrosTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "static noinline_for_stack int __gate_shut(struct gate *gate)         | __gate_shut",
    "SYSCALL_DEFINE3(gate, int, fd, const char __user *, name, int, mode) | gate",
    "SYSCALL_DEFINE0(gate)                                                | gate",
    "static void *gate_next(struct seq_file *m) __acquires(gate_lock)     | gate_next",
    "static int __init __must_check gate_init(void)                       | gate_init",
    "__printf(2, 3) void gate_say(struct gate *gate, const char *fmt, ...) | gate_say",
    "static int (*gate_find(int kind))(struct gate *gate)                 | gate_find",
    "struct gate *gate_get(struct gate *gate) __attribute__((cold))       | gate_get",
  })
  void readsNameOfFunctionBehindMacros(String head, String name) {
    SourceFile file = SourceFile.parse(head + "\n{\n\tBUG_ON(!ready);\n}\nint other(void)\n{\n}\n");
    assertThat(file.definedFunctions()).containsExactly(name, "other");
    assertThat(file.calls()).extracting(Call::callee).containsExactly("BUG_ON");
    assertThat(file.enclosingFunction(3)).contains(name);
  }

  @Test
  void takesLoopMacroForACallAndReadsItsBody() {
    SourceFile file = SourceFile.parse(
        """
            static void walk(struct list_head *head)
            {
            	list_for_each_entry_safe(gate, next, head, list) {
            		if (gate->open)
            			continue;
            		shut(gate);
            	}
            	scoped_guard(mutex, &gate_lock) {
            		if (!next)
            			return;
            	}
            	hlist_for_each_entry(gate, head, node)
            		paint(gate);
            }
            """);
    assertThat(file.definedFunctions()).containsExactly("walk");
    assertThat(file.calls())
        .extracting(Call::callee)
        .containsExactly(
            "list_for_each_entry_safe", "shut", "scoped_guard", "hlist_for_each_entry", "paint");
    assertThat(file.calls().getFirst().arguments())
        .containsExactly("gate", "next", "head", "list");
    assertThat(file.constructs().stream().filter(Condition.class::isInstance)).hasSize(2);
  }

  @Test
  void readsTypesAmongArguments() {
    SourceFile file = SourceFile.parse(
        """
            int width(struct list_head *at)
            {
            	struct gate *gate = container_of(at, struct gate, list);

            	return max_t(unsigned int, gate->width, sizeof(struct post));
            }
            """);
    assertThat(file.errors()).isZero();
    assertThat(file.calls())
        .extracting(Call::callee, Call::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "container_of", List.of("at", "struct gate", "list")),
            org.assertj.core.groups.Tuple.tuple(
                "max_t", List.of("unsigned int", "gate->width", "sizeof(struct post)")));
  }

  @Test
  void keepsFunctionAfterMacroWithoutSemicolon() {
    SourceFile file = SourceFile
        .parse("module_init(gate_init)\nGATE(a)\nint next(void)\n{\n\treturn 0;\n}\n");
    assertThat(file.definedFunctions()).containsExactly("next");
    assertThat(file.calls()).extracting(Call::callee).containsExactly("module_init", "GATE");
  }

  @Test
  void readsBothBranchesOfAPreprocessorConditional() {
    SourceFile file = SourceFile.parse(
        """
            static int pick(int a)
            {
            #ifdef CONFIG_GATE
            	if (a)
            #else
            	if (!a)
            #endif
            		return 1;
            	return 0;
            }
            int after(void)
            {
            }
            """);
    assertThat(file.definedFunctions()).containsExactly("pick", "after");
    assertThat(file.constructs().stream().filter(Condition.class::isInstance)).hasSize(2);
  }
}
