package dev.chesterton.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.Change;
import dev.chesterton.finding.Diffs;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.LossFinder;
import dev.chesterton.finding.Reasons;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.finding.UnderReviews;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of each rule a change where it speaks, and its twins where it has to be silent. */
class RulesTest {
  private static final String WORKER = """
      static void tree_fixup_worker(struct work_struct *work)
      {
      	struct tree *tree = container_of(work, struct tree, fixup);

      	reserve_space(tree);
      	mark_dirty(tree->page);
      	put_tree(tree);
      }
      """;

  private static final String STARTER = """
      static void tree_start(struct tree *tree)
      {
      	INIT_WORK(&tree->fixup, tree_fixup_worker);
      	queue_work(tree->queue, &tree->fixup);
      }
      """;

  /** None of the rules on losses looks at the patch itself. */
  private static final UnderReview PATCH = UnderReviews.of("+\treturn 0;\n");

  private static final Reasons SPOKEN_OF = new KnownReasons(List.of(), Set.of("tree_fixup_worker"));

  @Test
  void tellsOfARemovedWorkerWithItsCallSites() {
    Change change = Diffs.hunk(removed(WORKER + "\n" + STARTER)
        + " int tree_read(struct tree *tree)\n {\n-\ttree_start(tree);\n \treturn 0;\n }\n");
    assertThat(check(new RemovedWorkerRule(), SPOKEN_OF, change)).singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("tree_fixup_worker");
          assertThat(finding.claim()).isEqualTo(
              "removes the worker tree_fixup_worker() and 2 places that lead to it");
          assertThat(finding.callSites()).flatExtracting(site -> site.lines())
              .containsExactly("\tINIT_WORK(&tree->fixup, tree_fixup_worker);",
                  "\ttree_start(tree);");
          assertThat(finding.reasons()).extracting(reason -> reason.kind())
              .containsExactly(EvidenceKind.DISCUSSION);
        });
  }

  @Test
  void knowsAWorkerByWhatItIsHandedTo() {
    Change change = Diffs.hunk(removed((WORKER + "\n" + STARTER).replace("fixup_worker", "mend")));
    Reasons reasons = new KnownReasons(List.of(), Set.of("tree_mend"));
    assertThat(check(new RemovedWorkerRule(), reasons, change)).extracting(Finding::subject)
        .containsExactly("tree_mend");
  }

  @Test
  void isSilentOnAWorkerNobodySpokeOf() {
    assertThat(check(new RemovedWorkerRule(), KnownReasons.NONE, Diffs.hunk(removed(WORKER))))
        .isEmpty();
  }

  @Test
  void isSilentOnAFunctionThatIsNoWorker() {
    Change change = Diffs.hunk(removed(WORKER.replace("fixup_worker", "mend")));
    Reasons reasons = new KnownReasons(List.of(), Set.of("tree_mend"));
    assertThat(check(new RemovedWorkerRule(), reasons, change)).isEmpty();
  }

  @Test
  void isSilentOnAWorkerOnlyRenamed() {
    Change whole = Diffs.hunk(removed(WORKER) + added(WORKER.replace("fixup_worker", "mend")));
    assertThat(check(new RemovedWorkerRule(), SPOKEN_OF, whole)).isEmpty();
    String head = WORKER.lines().findFirst().orElseThrow();
    Change headAlone = Diffs.hunk(
        removed(head) + added(head.replace("fixup_worker", "mend"))
            + WORKER.lines().skip(1).map(line -> " " + line + "\n").collect(Collectors.joining()));
    assertThat(check(new RemovedWorkerRule(), SPOKEN_OF, headAlone)).isEmpty();
  }

  @Test
  void isSilentOnAWorkerThatMovesWithinTheSeries() {
    Change away = Diffs.hunk(removed(WORKER));
    Change there = Diffs.hunk("fs/b.c", "", added(WORKER));
    assertThat(check(new RemovedWorkerRule(), SPOKEN_OF, away, there)).isEmpty();
  }

  private static final String GUARDED = """
       	struct node *node = tree->root;
      -	mutex_lock(&tree->lock);
      -	if (tree_is_dead(tree))
      -		return -ESTALE;
       	visit(node);
      """;

  @Test
  void tellsOfALostLockAndALostCheckThatAFixPutThere() {
    Change change = inFunction(GUARDED);
    Reasons fix = KnownReasons.fix("mutex_lock(&tree->lock);\nif (tree_is_dead(tree))");
    assertThat(check(new RemovedGuardRule(), fix, change)).extracting(Finding::claim)
        .containsExactly("removes a call of mutex_lock() (lock)",
            "removes the check 'tree_is_dead(tree)'");
  }

  @Test
  void isSilentOnAGuardWithoutAFixOnRecord() {
    assertThat(check(new RemovedGuardRule(), KnownReasons.NONE, inFunction(GUARDED))).isEmpty();
    assertThat(check(new RemovedGuardRule(), KnownReasons.fix("visit(node);"),
        inFunction(GUARDED))).isEmpty();
  }

  @Test
  void isSilentOnALockThatMoves() {
    Change moved = inFunction("""
        -	mutex_lock(&tree->lock);
         	prepare(tree);
        +	mutex_lock(&tree->lock);
         	visit(tree->root);
        """);
    assertThat(check(new RemovedGuardRule(), KnownReasons.fix("mutex_lock(&tree->lock);"), moved))
        .isEmpty();
  }

  @Test
  void isSilentOnACheckThatDoesNotBailOut() {
    Change change = inFunction("""
        -	if (tree->verbose)
        -		tree->visits = 0;
         	visit(tree->root);
        """);
    assertThat(check(new RemovedGuardRule(), KnownReasons.fix("if (tree->verbose)"), change))
        .isEmpty();
  }

  @Test
  void isSilentOnAGuardInsideAFunctionThatVanishes() {
    Change change = Diffs.hunk(removed("""
        static int walk_tree(struct tree *tree)
        {
        	mutex_lock(&tree->lock);
        	return visit(tree);
        }
        """));
    assertThat(check(new RemovedGuardRule(), KnownReasons.fix("mutex_lock(&tree->lock);"), change))
        .isEmpty();
  }

  private static final String FIXED = """
      tree->walks = count_walks(tree);
      tree->seen = last_seen(tree);
      tree->stale = false;
      """;

  @Test
  void tellsOfLinesThatAFixAdded() {
    Change change = inFunction(removed(FIXED) + " \treturn 0;\n");
    assertThat(check(new RemovedFixRule(), KnownReasons.fix(FIXED), change)).singleElement()
        .satisfies(finding -> {
          assertThat(finding.claim())
              .isEqualTo("removes 3 lines that a fix added: \"tree: fix the walk\"");
          assertThat(finding.place().toString()).isEqualTo("fs/a.c:10");
          assertThat(finding.place().lines()).hasSize(3);
        });
  }

  @Test
  void showsInAFenceLinesOfItsFileOnly() {
    Change change = Diffs.read("""
        --- a/fs/a.c
        +++ b/fs/a.c
        @@ -10,2 +10 @@ int f(void)
        -	tree->walks = count_walks(tree);
        -	tree->seen = last_seen(tree);
         	return 0;
        --- a/fs/b.c
        +++ b/fs/b.c
        @@ -90,2 +90 @@ int g(void)
        -	tree->stale = false;
         	return 0;
        """);
    assertThat(check(new RemovedFixRule(), KnownReasons.fix(FIXED), change)).singleElement()
        .satisfies(finding -> {
          assertThat(finding.claim()).startsWith("removes 3 lines");
          assertThat(finding.place()).isInstanceOfSatisfying(Fence.class,
              fence -> assertThat(fence.toLine()).isEqualTo(11));
          assertThat(finding.place().lines()).hasSize(2);
        });
  }

  @Test
  void isSilentOnTwoLinesInCommonWithAFix() {
    String two = FIXED.lines().limit(2).collect(Collectors.joining("\n"));
    Change change = inFunction(removed(FIXED) + " \treturn 0;\n");
    assertThat(check(new RemovedFixRule(), KnownReasons.fix(two), change)).isEmpty();
  }

  @Test
  void isSilentOnLinesOfAFixThatStay() {
    Change change = inFunction(removed(FIXED) + added(FIXED.indent(8)));
    assertThat(check(new RemovedFixRule(), KnownReasons.fix(FIXED), change)).isEmpty();
  }

  private static Change inFunction(String lines) {
    return Diffs.hunk("fs/a.c", "int f(struct tree *tree)", lines);
  }

  private static List<Finding> check(Rule rule, Reasons reasons, Change change, Change... others) {
    List<Change> series = new ArrayList<>(List.of(others));
    series.add(change);
    return rule.check(new RuleContext(PATCH, new LossFinder(series).find(change), reasons,
        RuleBook.ofProgram().page(rule.id().value()).orElseThrow()));
  }

  private static String removed(String lines) {
    return lines.lines().map(line -> "-" + line + "\n").collect(Collectors.joining());
  }

  private static String added(String lines) {
    return lines.lines().map(line -> "+" + line + "\n").collect(Collectors.joining());
  }
}
