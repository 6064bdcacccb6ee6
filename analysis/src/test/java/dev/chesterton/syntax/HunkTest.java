package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.Condition;
import dev.chesterton.syntax.Construct.Condition.LeadsTo;
import dev.chesterton.syntax.Construct.Declaration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HunkTest {

  private static SourceFile hunk(String heading, String text) {
    return SourceFile.ofHunk(text, Optional.of(heading).filter(h -> !h.isEmpty()));
  }

  private static List<Condition> conditions(SourceFile file) {
    return file.constructs()
        .stream()
        .filter(Condition.class::isInstance)
        .map(Condition.class::cast)
        .toList();
  }

  @Test
  void takesEnclosingFunctionFromHeadingUntilAnotherBegins() {
    SourceFile file = hunk(
        "static int shut(struct gate *gate,",
        """
            	if (gate->broken)
            		return -EIO;
            	return 0;
            }

            static int open(struct gate *gate)
            {
            	lift(gate);
            """);
    assertThat(file.errors()).isZero();
    assertThat(file.definedFunctions()).containsExactly("open");
    assertThat(file.enclosingFunction(1)).contains("shut");
    assertThat(file.enclosingFunction(4)).contains("shut");
    assertThat(file.enclosingFunction(6)).contains("open");
    assertThat(file.calls())
        .extracting(Call::enclosingFunction)
        .containsExactly(Optional.of("open"));
    assertThat(conditions(file)).extracting(Condition::leadsTo).containsExactly(LeadsTo.RETURN);
    assertThat(conditions(file).getFirst().enclosingFunction()).contains("shut");
  }

  @Test
  void readsHunkThatBeginsAndEndsInTheMiddleOfExpressions() {
    SourceFile file = hunk(
        "static int shut(struct gate *gate)",
        """
            	    !gate->locked) {
            		lock(gate);
            	} else if (gate->open) {
            		paint(gate,
            """);
    assertThat(conditions(file))
        .extracting(Condition::text)
        .containsExactly("!gate->locked", "gate->open");
    assertThat(file.calls()).extracting(Call::callee).containsExactly("lock", "paint");
    assertThat(file.calls()).allMatch(c -> c.enclosingFunction().equals(Optional.of("shut")));
  }

  @Test
  void readsDanglingElseAndNestedEnds() {
    SourceFile file = hunk(
        "static int shut(struct gate *gate)",
        "\t\telse if (gate->rusty)\n\t\t\toil(gate);\n\t\t}\n\t} while (again);\n}\n");
    assertThat(conditions(file))
        .extracting(Condition::text)
        .containsExactly("gate->rusty", "again");
    assertThat(file.calls()).extracting(Call::callee).containsExactly("oil");
  }

  @Test
  void readsFieldsUnderAStructHeading() {
    SourceFile file = hunk(
        "struct gate {",
        "\tint width;\n\tu32 flags:3;\n\tstruct post post[2];\n};\n");
    assertThat(file.errors()).isZero();
    assertThat(file.enclosingFunction(1)).isEmpty();
    assertThat(file.constructs())
        .extracting(c -> c instanceof Declaration d ? d.kind() + " " + d.name() : "?")
        .containsExactly("FIELD width", "FIELD flags", "FIELD post");
  }

  @Test
  void readsHeadThatIsCutAtEitherEnd() {
    SourceFile start = hunk(
        "static int shut(struct gate *gate,",
        "\t\tint how)\n{\n\tslam(gate);\n}\n");
    assertThat(start.enclosingFunction(3)).contains("shut");
    assertThat(start.definedFunctions()).isEmpty();
    SourceFile end = hunk("", "}\n\nstatic int open(struct gate *gate,\n");
    assertThat(end.definedFunctions()).containsExactly("open");
    assertThat(end.enclosingFunction(3)).contains("open");
  }

  @Test
  void readsHunkThatBeginsInsideAComment() {
    SourceFile file = hunk("int shut(void)", "\t * if (never)\n\t */\n\tif (now)\n\t\treturn 1;\n");
    assertThat(conditions(file)).extracting(Condition::text).containsExactly("now");
    assertThat(file.constructs().getFirst().lines()).isEqualTo(new LineRange(1, 2));
  }

  @Test
  void knowsNoFunctionWithoutHeading() {
    SourceFile file = SourceFile.ofHunk(
        "\tif (x)\n\t\tgoto out;\nout:\n\tdone();\n", Optional.empty());
    assertThat(file.enclosingFunction(2)).isEmpty();
    assertThat(conditions(file)).extracting(Condition::leadsTo).containsExactly(LeadsTo.GOTO);
    assertThat(file.calls()).extracting(Call::callee).containsExactly("done");
  }

  @Test
  void doesNotTakeHeadingForTopLevelHunk() {
    SourceFile file = hunk("int shut(void)", "int a;\n\nint open(void)\n{\n\treturn a;\n}\n");
    assertThat(file.enclosingFunction(1)).isEmpty();
    assertThat(file.enclosingFunction(5)).contains("open");
  }
}
