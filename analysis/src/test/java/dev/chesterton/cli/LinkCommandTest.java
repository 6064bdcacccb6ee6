package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.SampleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code link} and {@code explain} over the samples and their tree. */
class LinkCommandTest {
  private static final String REPAIR = "1394617530-6038-2-git-send-email-jiri.vondracek@example.com";
  private static final String REPAIR_COMMIT = "86d8ef4ce36f";

  @TempDir
  private static Path folder;

  private static SampleStore samples;
  private static TestOutside outside;

  @BeforeAll
  static void make() throws Exception {
    samples = SampleStore.in(folder);
    outside = new TestOutside(folder);
  }

  private static int run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--store";
    all[1] = samples.folder().toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return outside.run(all);
  }

  @Test
  void commitLeadsToItsMailAndTheMailToItsCommit() {
    assertThat(run("link", REPAIR_COMMIT)).isZero();
    assertThat(outside.out()).startsWith(REPAIR_COMMIT)
        .contains("\t" + REPAIR + "\t")
        .endsWith("\tcertain\n");
    String there = outside.out();
    assertThat(run("link", "<" + REPAIR + ">")).isZero();
    assertThat(outside.out()).isEqualTo(there);
  }

  @Test
  void everyCommitHasALineAndTheExitCodeTellsThatSomeHaveNoMail() {
    assertThat(run("link", "--all", "--format", "jsonl")).isEqualTo(1);
    assertThat(outside.out().lines()).hasSizeGreaterThan(10)
        .allMatch(line -> line.startsWith("{\"commit\":\""))
        .anyMatch(line -> line.contains("\"message_id\":\"" + REPAIR + "\""))
        .anyMatch(line -> line.contains("\"message_id\":null") && line.contains("\"reason\":\""));
  }

  @Test
  void repositoryNeedNotBeRead() {
    assertThat(run("link", "--all", "--format", "jsonl")).isEqualTo(1);
    String known = outside.out();
    assertThat(run("link", "--repo", samples.tree().toString(), "--all", "--format", "jsonl"))
        .isEqualTo(1);
    assertThat(outside.out().lines())
        .containsExactlyInAnyOrderElementsOf(known.lines().toList());
  }

  @Test
  void rangeEndsWhereItsBranchDoes() throws Exception {
    String first = Git.run(samples.tree(), "rev-list", "--reverse", "master")
        .lines()
        .skip(9)
        .findFirst()
        .orElseThrow();
    run("link", "--repo", samples.tree().toString(), "--format", "jsonl", first + "..master");
    assertThat(outside.out().lines()).hasSizeBetween(1, 6);
    assertThat(outside.out()).doesNotContain(first);
  }

  @Test
  void whatWasNotToBeKnownThenIsNotFound() {
    assertThat(run("link", "--as-of", "2014-03-01", REPAIR)).isEqualTo(1);
    assertThat(outside.err()).contains("sent after the date asked for");
  }

  @Test
  void saysInOneLineWhyThereIsNone() throws Exception {
    assertThat(run("link", "0123456789abcdef", "nobody@x.example",
        "6a3e90d8-7741-4b0c-9c5e-d1f2338be674@example.com")).isEqualTo(1);
    assertThat(outside.err().lines()).containsExactly(
        "chesterton: 0123456789abcdef: in no tree of the store, and cited in no mail of it",
        "chesterton: nobody@x.example: no mail of the store has this Message-ID",
        "chesterton: 6a3e90d8-7741-4b0c-9c5e-d1f2338be674@example.com: a mail without a diff");
    assertThat(run("link", "--repo", samples.tree().toString(), "abc..master")).isEqualTo(2);
    assertThat(outside.err()).contains("begin the range with 7 to 40 hex digits");
  }

  @Test
  void emptyShallowAndMergedHistoriesStopNothing() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty.git"));
    Git.run(empty, "init", "--quiet", "--bare", ".");
    assertThat(run("link", "--repo", empty.toString(), "--all")).isEqualTo(65);
    assertThat(outside.err()).hasLineCount(1).contains("empty.git");
    Path shallow = folder.resolve("shallow.git");
    Git.run(folder, "clone", "--quiet", "--bare", "--depth", "3",
        "file://" + samples.tree().toAbsolutePath(), shallow.toString());
    assertThat(run("link", "--repo", shallow.toString(), "--all", "--format", "jsonl"))
        .isEqualTo(1);
    assertThat(outside.out().lines()).hasSize(2);
  }

  @Test
  void explainsACommitAndAMail() {
    assertThat(run("explain", REPAIR_COMMIT, SampleStore.REMOVAL)).isZero();
    assertThat(outside.out()).contains("  posted as: " + REPAIR, "  cited in: ",
        "  lines came from: ", "  tried before: 20201116081925.90211-1-yannick.okafor@example.com",
        "  ended: ");
    assertThat(run("explain", "--format", "json", SampleStore.REMOVAL)).isZero();
    assertThat(outside.out()).startsWith("{\"type\":\"mail\"")
        .contains("\"prior_attempts\":[{",
            "\"outcome\":\"", "\"cites\":[");
    assertThat(run("explain", "0123456789abcdef")).isEqualTo(1);
    assertThat(outside.err()).hasLineCount(1).contains("in no tree of the store");
  }

  @Test
  void aRefusalIsToldWithWhoSaysItWhere() {
    String refused = "20240506-cairn-groups-v2-3-5d1c0f2ab934@example.org";
    assertThat(run("explain", refused)).isZero();
    assertThat(outside.out()).containsPattern("  ended: refused: Nacked-by: Pavel Lindqvist .*"
        + " - Pavel Lindqvist, \\S+@\\S+\\n");
  }
}
