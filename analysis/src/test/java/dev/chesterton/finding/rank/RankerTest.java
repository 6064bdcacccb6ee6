package dev.chesterton.finding.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.chesterton.change.LineKey;
import dev.chesterton.index.Tally;
import dev.chesterton.link.TestMail;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankerTest {
  private static final Model MODEL = Model.ofProgram();

  @Test
  void partsAddUpToTheScore() {
    Rank rank = rank(
        patch("fs: walk faster", "-\tmutex_lock(&tree->lock);\n \tvisit_node(tree);\n"));

    double sum = rank.parts().stream().mapToDouble(Rank.Part::amount).sum();
    assertThat(rank.score()).isCloseTo(MODEL.weights().bias() + sum,
        within(1e-9));
    assertThat(rank.parts()).hasSize(Signal.values().length);
  }

  @Test
  void lostEffectCountsAndIsNamedFirst() {
    Rank rank = rank(patch("fs: walk faster",
        "-\tint left = tree->left;\n-\tflush_dirty_nodes(tree);\n-\tleft = right;\n \tvisit(tree);\n"));

    assertThat(value(rank, Signal.EFFECTS)).isPositive();
    assertThat(value(rank, Signal.NO_CALL)).isZero();
    assertThat(rank.lines().getFirst().line().text()).contains("flush_dirty_nodes");
    assertThat(rank.lane()).isEqualTo(Lane.SILENT);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "moved             | -\\tflush_dirty_nodes(tree);\\n \\tvisit(tree);\\n+\\tflush_dirty_nodes(tree);\\n",
    "renamed           | -\\tflush_dirty_nodes(tree);\\n+\\tflush_dirty_leaves(tree);\\n",
    "argument changed  | -\\tflush_dirty_nodes(tree);\\n+\\tflush_dirty_nodes(root);\\n",
    "equivalent        | -\\tmutex_lock(&tree->lock);\\n+\\tguard(mutex)(&tree->lock);\\n",
    "other family      | -\\tnode = kmalloc(size, GFP_NOFS);\\n+\\tnode = kzalloc(size, GFP_NOFS);\\n"})
  void whatIsThereAfterwardsIsNoLoss(String how, String lines) {
    Rank rank = rank(patch("fs: tidy " + how, lines.replace("\\t", "\t").replace("\\n", "\n")));

    assertThat(value(rank, Signal.NO_CALL)).as(how).isEqualTo(1);
    assertThat(value(rank, Signal.EFFECTS)).as(how).isZero();
  }

  @ParameterizedTest
  @CsvSource({"cancel_work_sync, cancel_work", "spin_lock_irqsave, spin_lock",
    "timer_delete_sync, timer_delete", "strscpy, strcpy"})
  void whatDoesLessIsALoss(String before, String after) {
    Rank rank = rank(patch("fs: tidy", "-\t%s(&tree->it);\n+\t%s(&tree->it);\n".formatted(before,
        after)));

    assertThat(value(rank, Signal.NO_CALL)).isZero();
    assertThat(value(rank, Signal.EFFECTS)).isPositive();
  }

  @Test
  void conditionsAndReturnsCountThatComeBackInOtherWordsOnly() {
    Rank rank = rank(patch("fs: tidy", """
        -	if (tree->left && !tree->right)
        -		return -EIO;
        -	if (tree->root)
        -		return 0;
        +	if (tree->left)
        +		return -EIO;
        +	if (tree->root)
        +		return 1;
        """));

    assertThat(value(rank, Signal.CONDITIONS)).as("the first one")
        .isCloseTo(Math.log(2), within(1e-9));
    assertThat(value(rank, Signal.RETURNS)).as("the second one")
        .isCloseTo(Math.log(2), within(1e-9));
  }

  @Test
  void whatAnotherPatchOfTheSeriesPutsBackIsNoLoss() {
    Patch away = patch("fs: open code it", "-\tflush_dirty_nodes(tree);\n \tvisit(tree);\n");
    Patch back = patch("fs: use it elsewhere", " \tvisit(tree);\n+\tflush_dirty_nodes(tree);\n");

    assertThat(value(rank(List.of(away, back)), Signal.NO_CALL)).isEqualTo(1);
  }

  @Test
  void deletedFileIsAWholeAndNeverWorthALook() {
    String body = IntStream.range(0, 40)
        .mapToObj(i -> "-\tflush_dirty_nodes_%d(tree);\n".formatted(i))
        .collect(Collectors.joining());
    Patch patch = mail("fs: remove old code", """
        diff --git a/fs/a.c b/fs/a.c
        deleted file mode 100644
        --- a/fs/a.c
        +++ /dev/null
        @@ -1,40 +0,0 @@
        """ + body);

    assertThat(rank(patch).lane()).isEqualTo(Lane.WHOLE);
    assertThat(rank(patch).isWorthALook()).isFalse();
  }

  @Test
  void pastCounts() {
    Patch patch = patch("fs: walk faster", "-\tflush_dirty_nodes(tree);\n \tvisit(tree);\n");
    Rank alone = new Ranker(series(List.of(patch)), MODEL).rank(patch, past(Tally.NONE));
    Rank fixed = new Ranker(series(List.of(patch)), MODEL).rank(patch, past(new Tally(2, 2)));

    assertThat(fixed.score()).isGreaterThan(alone.score());
    assertThat(value(fixed, Signal.FIXED_CALLS)).isCloseTo(2.1 / 4,
        within(1e-9));
  }

  @Test
  void fiftyThousandLinesTakeABoundedTime() {
    String lines = IntStream.range(0, 50_000)
        .mapToObj(i -> "-\tcall_%d(tree, node_%d);\n".formatted(i % 997, i % 13))
        .collect(Collectors.joining());
    Patch patch = patch("fs: remove everything", lines);

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60),
        () -> assertThat(rank(patch).lines()).hasSize(50_000));
  }

  @Test
  void tablesOfTheProgramAreSound() {
    assertThat(MODEL.weights().terms().keySet()).containsAll(List.of(Signal.values())
        .stream()
        .map(Signal::word)
        .toList());
    assertThat(MODEL.guardWords()).contains("lock", "flush");
    assertThat(Equivalents.read("table", "same a\nless a b\n").problems()).singleElement()
        .satisfies(problem -> assertThat(problem.toString()).startsWith("table:1: "));
  }

  private static double value(Rank rank, Signal signal) {
    return rank.parts()
        .stream()
        .filter(part -> part.signal() == signal)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static Patch patch(String title, String lines) {
    return mail(title, "diff --git a/fs/a.c b/fs/a.c\n--- a/fs/a.c\n+++ b/fs/a.c\n"
        + "@@ -10,9 +10,9 @@ static int walk_tree(struct tree *tree)\n" + lines);
  }

  private static Patch mail(String title, String diff) {
    return TestMail.of(title.replaceAll("\\W", "-"), "[PATCH] " + title, "10 Jun 2024",
        "Words of the log.\n---\n" + diff).patch();
  }

  private static Rank rank(Patch patch) {
    return rank(List.of(patch));
  }

  private static Rank rank(List<Patch> patches) {
    return new Ranker(series(patches), MODEL).rank(patches.getFirst(), past(Tally.NONE));
  }

  private static Series series(List<Patch> patches) {
    return new Series(patches.getFirst().subject(), Optional.empty(), patches);
  }

  private static Past past(Tally adding) {
    return new Past() {
      @Override
      public Tally adding(String name) {
        return adding;
      }

      @Override
      public Tally removing(LineKey line) {
        return Tally.NONE;
      }

      @Override
      public int versions() {
        return 0;
      }
    };
  }
}
