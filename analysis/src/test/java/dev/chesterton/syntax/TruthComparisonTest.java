package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthComparisonTest {

  @ParameterizedTest
  @ValueSource(strings = {"if ((a && b) < c)", "if (a < (b && c))", "return (a == b) > len;",
    "x = !(a || b) >= c;", "if (0 < a < n)", "if (a <= b->c[1] + 2 <= f(d, e))",
    "if (!flags & MY_FLAG)", "if (!err == ENOSPC)", "while (!i < end)", "if (!f(a)->b != 7)",
    "if (a && (b\n  && c(d)) < e)", "if (a & (b || c) < d)"})
  void seesATruthValueThatIsCompared(String code) {
    assertThat(TruthComparison.in("\t" + code + "\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"if (a && b < c)", "if (!(a & b) == !c)", "if ((a < b) == (c < d))",
    "return (a > b) - (a < b);", "if ((a && b) > 0)", "if ((a ? b : c) < d)", "if ((a, b) < c)",
    "if ((a = b) < c)", "if ((a & b) < c)", "if ((a < b | c) < d)", "#include <linux/fs.h>\n",
    "if (a << b < c >> d)", "if (p->a < q->b)", "/* (a && b) < c */", "s = \"(a && b) < c\";",
    "if (f(a && b) < c)", "for (i = 0; i < n; i++)", "x = a < b ? c < d : e < f;",
    "if (!a & !b)", "if (!a & b)", "if (!a == b)", "if (!a == TRUE)", "if (!a && b < c)",
    "if (len < (a == b) * 4)", "if (!a == IS_ENABLED(CONFIG_A))", "if (!!a < !!b)",
    "if (a < b && c < d)", "if ((u64)a < (u64)b)", "int a < b"})
  void isSilentWhereNothingIsWrongOrCertain(String code) {
    assertThat(TruthComparison.in("\t" + code + "\n")).isEmpty();
  }

  @Test
  void tellsWhereAndWhat() {
    assertThat(TruthComparison.in("\n\tif (a &&\n\t    (b &&\n\t     c) < p->end)\n"))
        .containsExactly(
            new TruthComparison(new LineRange(3, 4), "(b && c)", "<", "p->end"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "!", "<", "&&", "a<", "!a(", "(a&&", "<=>", "->", "(a<"})
  void isQuickOnHostileText(String piece) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
        () -> TruthComparison.in(piece.repeat(100_000)));
  }

  @Test
  void readsHalfOfAnExpression() {
    assertThat(List.of(TruthComparison.in("b && c) < d)\n"), TruthComparison.in("")))
        .allMatch(List::isEmpty);
  }
}
