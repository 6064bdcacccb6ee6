package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.chesterton.change.Change;
import dev.chesterton.finding.Losses.LostCall;
import dev.chesterton.finding.Losses.LostCondition;
import dev.chesterton.finding.Losses.LostFunction;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LossFinderTest {
  private static final String FUNCTION = """
      static int walk_tree(struct tree *tree)
      {
      	mutex_lock(&tree->lock);
      	if (!tree->root)
      		return -ENOENT;
      	visit(tree->root);
      	mutex_unlock(&tree->lock);
      	return 0;
      }
      """;

  @Test
  void takesAMovedFunctionForNoLoss() {
    Change away = Diffs.hunk(signed('-', FUNCTION));
    Change there = Diffs.hunk("fs/b.c", "", signed('+', FUNCTION));
    for (List<Change> series : List.of(List.of(away, there), List.of(there, away))) {
      Losses losses = new LossFinder(series).find(away);
      assertThat(losses.isEmpty()).isTrue();
      assertThat(losses.functions()).isEmpty();
      assertThat(losses.calls()).isEmpty();
      assertThat(losses.conditions()).isEmpty();
    }
  }

  @Test
  void tellsEverythingOfAFunctionThatVanishes() {
    Losses losses = find(Diffs.hunk(signed('-', FUNCTION)));
    assertThat(losses.functions()).singleElement().satisfies(function -> {
      assertThat(function.name()).isEqualTo("walk_tree");
      assertThat(function.fence().fromLine()).isEqualTo(10);
      assertThat(function.fence().toLine()).isEqualTo(18);
      assertThat(function.fence().lines()).hasSize(9);
    });
    assertThat(losses.lines()).hasSize(9)
        .allSatisfy(line -> assertThat(line.function()).contains("walk_tree"));
    assertThat(losses.keys().size()).isEqualTo(9);
    assertThat(callees(losses)).containsExactly("mutex_lock", "visit", "mutex_unlock");
    assertThat(conditions(losses)).containsExactly("!tree->root");
    assertThat(losses.calls()).allMatch(call -> losses.isInsideLostFunction(call.fence()));
  }

  @Test
  void takesReindentedLinesForNoLoss() {
    assertThat(find(Diffs.hunk("fs/a.c", "static int f(struct tree *tree)", """
         	int ret = 0;
        -	visit(tree->root);
        -	ret = count(tree);
        +	if (tree) {
        +		visit(tree->root);
        +		ret =  count(tree);
        +	}
         	return ret;
        """))).satisfies(losses -> {
      assertThat(losses.isEmpty()).isTrue();
      assertThat(losses.calls()).isEmpty();
    });
  }

  @Test
  void countsALostLockOnce() {
    assertThat(find(Diffs.hunk("fs/a.c", "static int f(struct tree *tree)", """
        -	mutex_lock(&tree->lock);
        -	mutex_lock(&tree->log);
        +	mutex_lock(&tree->log);
         	visit(tree->root);
        """)).calls()).singleElement().satisfies(call -> {
      assertThat(call.callee()).isEqualTo("mutex_lock");
      assertThat(call.arguments()).containsExactly("&tree->lock");
      assertThat(call.fence().fromLine()).isEqualTo(10);
      assertThat(call.fence().function()).contains("f");
      assertThat(call.fence().lines()).containsExactly("\tmutex_lock(&tree->lock);");
    });
  }

  @Test
  void countsOfEqualCallsAsManyAsAreMissing() {
    assertThat(find(Diffs.hunk("fs/a.c", "static int f(struct tree *tree)", """
        -	mutex_unlock(&tree->lock);
        -	mutex_unlock(&tree->lock);
        -	mutex_unlock(&tree->lock);
        +		mutex_unlock(&tree->lock);
        +		mutex_unlock(&tree->lock);
        """)).calls()).hasSize(1);
  }

  @Test
  void weighsCallsAgainstTheWholeSeries() {
    Change away = Diffs.hunk("fs/a.c", "static int f(struct tree *tree)", """
        -	mutex_lock(&tree->lock);
         	visit(tree->root);
        """);
    Change there = Diffs.hunk("fs/b.c", "static int g(struct tree *t)", """
        +	mutex_lock(&t->lock);
         	f(t);
        """);
    assertThat(new LossFinder(List.of(away, there)).find(away).calls()).isEmpty();
    assertThat(new LossFinder(List.of(away)).find(away).calls()).hasSize(1);
  }

  @Test
  void knowsThatARenamedFunctionKeepsItsLines() {
    Losses losses = find(Diffs.hunk(signed('-', FUNCTION)
        + signed('+', FUNCTION.replace("walk_tree", "tree_walk"))));
    assertThat(losses.functions()).extracting(LostFunction::name).containsExactly("walk_tree");
    assertThat(losses.lines()).singleElement()
        .satisfies(line -> assertThat(line.line().text()).contains("walk_tree"));
    assertThat(losses.calls()).isEmpty();
  }

  @Test
  void takesAConditionKeptInOtherWordsForNoLoss() {
    assertThat(conditions(find(check("if (!page->mapping)", "if (page->mapping == NULL)"))))
        .isEmpty();
    assertThat(conditions(find(check("if (ret)", "if (ret < 0 || done(tree))")))).isEmpty();
  }

  @Test
  void tellsAConditionThatChecksLess() {
    assertThat(conditions(find(check("if (!page->mapping || stale(page))", "if (stale(page))"))))
        .containsExactly("!page->mapping || stale(page)");
    assertThat(conditions(find(check("if (ret)", "if (other)")))).containsExactly("ret");
  }

  private static Change check(String before, String after) {
    return Diffs.hunk("fs/a.c", "static int f(struct page *page)", """
         	int ret = prepare(page);
        -	%s
        +	%s
         		return -EAGAIN;
         	visit(page);
        """.formatted(before, after));
  }

  @Test
  void namesRemovedPrototypesAndFieldsThatNothingNamesAnyMore() {
    Losses losses = find(Diffs.hunk("fs/a.h", "", """
         struct tree {
         	struct node *root;
        -	struct work_struct fixup_work;
        -	int still_used;
         };
        -int walk_tree(struct tree *tree);
         int count_tree(struct tree *tree, int still_used);
        """));
    assertThat(losses.names()).containsExactly("fixup_work", "walk_tree");
  }

  @Test
  void readsOtherFilesByLinesOnly() {
    for (String path : List.of("Makefile", "Documentation/walk.rst", "c", "rust/walk.rs")) {
      Losses losses = find(Diffs.hunk(path, "", """
           keep
          -mutex_lock(&tree->lock);
          -
          +other
          """));
      assertThat(losses.lines()).singleElement()
          .satisfies(line -> assertThat(line.path().value()).isEqualTo(path));
      assertThat(losses.calls()).isEmpty();
    }
  }

  @Test
  void readsHunksWithoutContext() {
    Losses losses = find(Diffs.hunk("fs/a.c", "static int keep_me(struct tree *tree)", """
        -	mutex_lock(&tree->lock);
        """));
    assertThat(callees(losses)).containsExactly("mutex_lock");
    assertThat(losses.functions()).isEmpty();
    assertThatCode(() -> find(Diffs.hunk("fs/a.c", "static int keep_me(void)", "+\tgo();\n")))
        .doesNotThrowAnyException();
    assertThat(find(Diffs.hunk("fs/a.c", "static int keep_me(void)", "+\tgo();\n")).isEmpty())
        .isTrue();
  }

  @Test
  void losesNothingWithoutRemovedLines() {
    assertThat(new LossFinder(List.of()).find(Change.NONE).isEmpty()).isTrue();
  }

  @Test
  void readsFiveThousandRemovedLinesInBoundedTime() {
    String file = IntStream.range(0, 556)
        .mapToObj(number -> FUNCTION.replace("walk_tree", "walk_tree_" + number))
        .collect(Collectors.joining());
    Change change = Diffs.hunk(signed('-', file));
    Losses losses = Assertions.assertTimeout(Duration.ofSeconds(20), () -> find(change));
    assertThat(losses.lines()).hasSizeGreaterThan(5_000);
    assertThat(losses.functions()).hasSize(556);
  }

  private static Losses find(Change change) {
    return new LossFinder(List.of(change)).find(change);
  }

  private static List<String> callees(Losses losses) {
    return losses.calls().stream().map(LostCall::callee).toList();
  }

  private static List<String> conditions(Losses losses) {
    return losses.conditions().stream().map(LostCondition::text).toList();
  }

  private static String signed(char sign, String lines) {
    return lines.lines().map(line -> sign + line + "\n").collect(Collectors.joining());
  }
}
