package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.Comment;
import dev.chesterton.syntax.Construct.Condition;
import dev.chesterton.syntax.Construct.Condition.Head;
import dev.chesterton.syntax.Construct.Condition.LeadsTo;
import dev.chesterton.syntax.Construct.Declaration;
import dev.chesterton.syntax.Construct.FunctionDefinition;
import dev.chesterton.syntax.Construct.LabelledStatement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceFileTest {

  private static final String FILE = """
      /* Keeps the fence
       * standing. */
      struct fence {
      	int height;
      	int (*open)(struct fence *fence);
      };

      int fence_open(struct fence *fence);
      static DEFINE_MUTEX(fence_lock);

      static int fence_lower(struct fence *fence, int by)
      {
      	int ret = 0;

      	if (!fence ||
      	    by < 0)
      		return -EINVAL;
      	mutex_lock(&fence_lock); // not before
      	for (ret = 0; ret < by; ret++) {
      		if (fence->height == 0)
      			goto out;
      		fence->height--;
      	}
      	ret = by > 3 ? fence->open(fence) : 0;
      out:
      	mutex_unlock(&fence_lock);
      	return ret;
      }
      EXPORT_SYMBOL_GPL(fence_lower);
      """;

  private static <T extends Construct> List<T> all(SourceFile file, Class<T> type) {
    return file.constructs().stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void findsFunctionWithItsLinesAndNothingElse() {
    assertThat(all(SourceFile.parse(FILE), FunctionDefinition.class))
        .containsExactly(new FunctionDefinition("fence_lower", new LineRange(11, 28), true));
  }

  @Test
  void tellsEachConditionWhereItLeads() {
    Optional<String> lower = Optional.of("fence_lower");
    assertThat(all(SourceFile.parse(FILE), Condition.class))
        .containsExactly(
            new Condition(
                "!fence || by < 0", Head.IF, new LineRange(15, 16), new LineRange(17, 17),
                LeadsTo.RETURN, lower),
            new Condition(
                "ret = 0; ret < by; ret++", Head.FOR, new LineRange(19, 19), new LineRange(19, 23),
                LeadsTo.OTHER, lower),
            new Condition(
                "fence->height == 0", Head.IF, new LineRange(20, 20), new LineRange(21, 21),
                LeadsTo.GOTO, lower),
            new Condition(
                "by > 3", Head.TERNARY, new LineRange(24, 24), new LineRange(24, 24),
                LeadsTo.CALL, lower));
  }

  @Test
  void findsCallsWithArgumentsAndEnclosingFunction() {
    assertThat(SourceFile.parse(FILE).calls())
        .contains(
            new Call(
                "mutex_lock", new LineRange(18, 18), Optional.of("fence_lower"),
                List.of("&fence_lock")),
            new Call(
                "fence->open", new LineRange(24, 24), Optional.of("fence_lower"),
                List.of("fence")),
            new Call(
                "EXPORT_SYMBOL_GPL", new LineRange(29, 29), Optional.empty(),
                List.of("fence_lower")));
  }

  @Test
  void tellsPrototypesFieldsAndVariablesApart() {
    assertThat(all(SourceFile.parse(FILE), Declaration.class))
        .extracting(d -> d.kind() + " " + d.name())
        .contains("FIELD height", "FIELD open", "PROTOTYPE fence_open", "VARIABLE ret");
  }

  @Test
  void findsCommentsAndLabels() {
    SourceFile file = SourceFile.parse(FILE);
    assertThat(all(file, Comment.class))
        .containsExactly(
            new Comment("/* Keeps the fence\n * standing. */", new LineRange(1, 2)),
            new Comment("// not before", new LineRange(18, 18)));
    assertThat(all(file, LabelledStatement.class))
        .containsExactly(
            new LabelledStatement("out", new LineRange(25, 25), Optional.of("fence_lower")));
  }

  @Test
  void knowsTheFunctionAroundALine() {
    SourceFile file = SourceFile.parse(FILE);
    assertThat(file.enclosingFunction(11)).contains("fence_lower");
    assertThat(file.enclosingFunction(28)).contains("fence_lower");
    assertThat(file.enclosingFunction(29)).isEmpty();
    assertThat(file.enclosingFunction(4)).isEmpty();
    assertThat(file.enclosingFunction(0)).isEmpty();
    assertThat(file.enclosingFunction(1_000)).isEmpty();
  }

  @Test
  void listsWhatHoldsALineInnermostFirst() {
    assertThat(SourceFile.parse(FILE).at(18))
        .extracting(construct -> construct.getClass().getSimpleName())
        .containsExactly("Comment", "Call", "FunctionDefinition");
  }

  @Test
  void listsNamesWithoutKeywordsCommentsAndLiterals() {
    SourceFile file = SourceFile.parse(
        "#define FENCE gate /* wood */\nif (a->b == 0x1f) say(\"no\", 'n'); // x\n");
    assertThat(file.identifiers(1)).containsExactly("define", "FENCE", "gate");
    assertThat(file.identifiers(2)).containsExactly("a", "b", "say");
    assertThat(file.identifiers(3)).isEmpty();
  }

  @Test
  void isEmptyForEmptyText() {
    assertThat(SourceFile.parse("").constructs()).isEmpty();
    assertThat(SourceFile.parse("").notes()).isEmpty();
  }
}
