package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.SampleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
  private static final String REMOVED_WORKER = "20240610094517.71802-1-colm.brady@example.com";
  private static final String HARMLESS = "20240416081236.55310-1-yannick.okafor@example.com";

  private static final String RULE = """
      ---
      id: my-rule
      title: Jobs are counted by hand
      severity: check
      since: 1
      kind: added-line
      match.name: cond_resched
      ---
      Words.

      ## Must fire

      ```diff
      --- a/a.c
      +++ b/a.c
      @@ -1 +1,2 @@
       int a;
      +cond_resched();
      ```
      """;

  @TempDir
  private Path home;

  private TestOutside outside;
  private Path store = Path.of("");
  private Path rules;

  @BeforeEach
  void makeTheFolder() throws IOException {
    outside = new TestOutside(home);
    rules = Files.createDirectories(home.resolve(".config/chesterton/rules"));
  }

  @Test
  void listsRulesOfTheProgramAndOfTheUser() throws IOException {
    Path file = Files.writeString(rules.resolve("mine.md"), RULE);
    assertThat(outside.run("rules", "list")).isZero();
    assertThat(outside.out()).contains("removed-worker     warning  code")
        .contains("my-rule            check    added-line Jobs are counted by hand (" + file + ")");
  }

  @Test
  void showsOneRule() throws IOException {
    Files.writeString(rules.resolve("mine.md"), RULE);
    assertThat(outside.run("rules", "show", "my-rule")).isZero();
    assertThat(outside.out()).startsWith("my-rule: Jobs are counted by hand\n")
        .contains("kind added-line\nmatch.name: cond_resched\n\nWords.\n");
    assertThat(outside.run("rules", "show", "no-rule")).isEqualTo(66);
    assertThat(outside.err())
        .isEqualTo("chesterton: no rule named 'no-rule' is on; see 'chesterton rules list'\n");
  }

  @Test
  void testsAFileAndTellsWhichSampleFails() throws IOException {
    Path good = Files.writeString(home.resolve("good.md"), RULE);
    assertThat(outside.run("rules", "test", good.toString())).isZero();
    assertThat(outside.out()).isEqualTo("my-rule: must fire 1: ok\n");
    Path bad = Files.writeString(home.resolve("bad.md"),
        RULE.replace("Must fire", "Must stay silent"));
    assertThat(outside.run("rules", "test", bad.toString())).isEqualTo(1);
    assertThat(outside.out()).isEqualTo("my-rule: must stay silent 1: FAILED, the rule says at"
        + " a.c:2: adds a line with cond_resched: Jobs are counted by hand\n");
    Path silent = Files.writeString(home.resolve("silent.md"),
        RULE.replace("match.name: cond_resched", "match.name: cond"));
    assertThat(outside.run("rules", "test", silent.toString())).isEqualTo(1);
    assertThat(outside.out()).contains("FAILED, the rule is silent");
  }

  @Test
  void runsARuleOverThePatchesOfAStoreAndCountsWhatItFlags() throws IOException {
    store = SampleStore.in(Files.createDirectory(home.resolve("samples"))).folder();
    Path rule = Files.writeString(home.resolve("mine.md"), RULE);
    assertThat(survey(rule, "--list", SampleStore.LIST)).as(outside.err()).isZero();
    List<String> lines = outside.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("my-rule: must fire 1: ok");
    assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\d  \\[PATCH.*  \\S+@\\S+");
    assertThat(lines.get(2))
        .matches(
            "    fs/cairnfs/\\S+:\\d+: CHECK: adds a line with cond_resched: .* \\[my-rule\\]");
    assertThat(lines.get(3)).startsWith("    | ").contains("cond_resched");
    assertThat(lines.getLast())
        .matches("my-rule: flags \\d+ of \\d+ patches \\(\\d+\\.\\d\\d %\\) in"
            + " \\d+ places?; sent \\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d");
    assertThat(lines.stream().filter(line -> line.contains("[my-rule]")).count())
        .isEqualTo(number(lines.getLast(), " in (\\d+) place"));
    assertThat(lines.stream().filter(line -> line.contains("  [PATCH")).count())
        .isEqualTo(number(lines.getLast(), "flags (\\d+) of"));
  }

  private static long number(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private int survey(Path rule, String... options) {
    List<String> all = new ArrayList<>(
        List.of("--store", store.toString(), "rules", "test", rule.toString()));
    all.addAll(List.of(options));
    return outside.run(all.toArray(String[]::new));
  }

  /** The exit code is that of the samples: how often a rule is right is for a reader to say. */
  @Test
  void rulesThatReadWhatIsLostAreRunOverAStoreToo() throws IOException {
    store = SampleStore.in(Files.createDirectory(home.resolve("samples"))).folder();
    assertThat(survey(Checkout.folder().resolve("config/rules/removed-worker.md"), "-n", "500"))
        .isZero();
    assertThat(outside.out()).contains(REMOVED_WORKER, "[removed-worker]")
        .containsPattern("\nremoved-worker: flags [1-9]");
    assertThat(survey(Checkout.folder().resolve("config/rules/removed-worker.md"), "--list",
        "nobodys")).isEqualTo(66);
    assertThat(outside.err()).startsWith("chesterton: no patch of a list 'nobodys' in the store ")
        .hasLineCount(1);
    assertThat(survey(home, "-n", "1")).isEqualTo(2);
    assertThat(outside.err()).contains("is a folder; name a file of it");
  }

  @Test
  void testsAllRulesThatAreOn() {
    assertThat(outside.run("rules", "test")).isZero();
    assertThat(outside.out()).contains("truth-compared: must fire 1: ok");
  }

  @Test
  void saysWhatIsNoRule() throws IOException {
    Path file = Files.writeString(home.resolve("x.md"), "hello");
    assertThat(outside.run("rules", "test", file.toString())).isEqualTo(65);
    assertThat(outside.err()).startsWith("chesterton: " + file + ":1: no head between two lines");
    assertThat(outside.run("rules", "test", "none.md")).isEqualTo(66);
    assertThat(outside.run("rules")).isEqualTo(2);
    assertThat(outside.run("rules", "lost")).isEqualTo(2);
    assertThat(outside.err())
        .isEqualTo("chesterton: unknown verb 'lost' behind 'rules'; did you mean 'list'?\n");
  }

  @Test
  void checksWithTheRulesOfTheUserAndGoesOnBesideABrokenOne() throws IOException {
    Files.writeString(rules.resolve("mine.md"), RULE);
    Path broken = Files.writeString(rules.resolve("other.md"), "hello");
    assertThat(check()).isEqualTo(1);
    assertThat(outside.out()).contains("CHECK: adds a line with cond_resched",
        "WARNING: 231558bb64e0 is");
    assertThat(outside.err())
        .contains("chesterton: " + broken + ":1: no head between two lines ---");
  }

  @Test
  void takesNoRulesFromTheRepositoryItWorksIn() throws Exception {
    Path work = Files.createDirectory(home.resolve("work"));
    Path planted = Files.createDirectories(work.resolve("rules"));
    Files.writeString(planted.resolve("mine.md"), RULE);
    Path git = Files.createDirectories(work.resolve(".git"));
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/master\n");
    Files.createDirectories(git.resolve("objects"));
    Files.createDirectories(git.resolve("refs"));
    Files.writeString(git.resolve("config"),
        "[core]\n\trepositoryformatversion = 0\n[chesterton]\n\trulesDir = " + planted + "\n");
    assertThat(outside.run("-C", work.toString(), "rules", "list")).isZero();
    assertThat(outside.out()).contains("removed-worker").doesNotContain("my-rule");
    assertThat(outside.run("-C", work.toString(), "rules", "list", "--config",
        "rulesDir=" + planted)).isZero();
    assertThat(outside.out()).contains("my-rule");
  }

  private int check() throws IOException {
    SampleStore samples = SampleStore.in(Files.createDirectory(home.resolve("samples")));
    List<String> arguments = new ArrayList<>(
        List.of("--store", samples.folder().toString(), "check", "--terse"));
    arguments.add(Checkout.sample("fixes-mismatch.mbox").toString());
    return outside.run(arguments.toArray(String[]::new));
  }

  @Test
  void learnsWeightsFromLabelsAndTheSameOnesAgain() throws IOException {
    store = SampleStore.in(Files.createDirectory(home.resolve("samples"))).folder();
    Path labels = Files.writeString(home.resolve("labels.jsonl"), """
        {"message_id": "%s", "label": 1, "evidence": {"restored_lines": ["int x;"]}}
        {"message_id": "%s", "label": 0}
        {"message_id": "nobody@example.net", "label": 0}
        """.formatted(REMOVED_WORKER, HARMLESS));

    assertThat(train(labels)).as(outside.err()).isZero();
    String first = outside.out();
    assertThat(first).startsWith("bias ").contains("\nlook ", "\neffects ");
    assertThat(outside.err()).contains("2 of 3 labelled patches are in the store");
    train(labels);
    assertThat(outside.out()).isEqualTo(first);
  }

  @Test
  void labelsThatTeachNothingAreRefused() throws IOException {
    store = SampleStore.in(Files.createDirectory(home.resolve("samples"))).folder();
    Path alike = Files.writeString(home.resolve("alike.jsonl"),
        "{\"message_id\": \"%s\", \"label\": 0}\n".formatted(HARMLESS));
    assertThat(train(alike)).isEqualTo(65);
    assertThat(outside.err()).contains("all lessons are of one kind");

    Path broken = Files.writeString(home.resolve("broken.jsonl"), "{\"label\": 0}\n");
    assertThat(train(broken)).isEqualTo(65);
    assertThat(outside.err()).contains("broken.jsonl':1 is no label");

    assertThat(train(home.resolve("absent.jsonl"))).isEqualTo(66);
  }

  private int train(Path labels) {
    return outside.run("--store", store.toString(), "rules", "train", labels.toString());
  }
}
