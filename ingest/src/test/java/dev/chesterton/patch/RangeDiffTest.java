package dev.chesterton.patch;

import static dev.chesterton.patch.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.change.ScrambledText;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangeDiffTest {

  private static final String LOG = """
      The walk is slow.

      Signed-off-by: Ann <ann@b.example>
      """;

  private static final String DIFF = """
      diff --git a/fs/walk.c b/fs/walk.c
      --- a/fs/walk.c
      +++ b/fs/walk.c
      @@ -10,4 +10,4 @@ void walk(void)
       start();
       keep();
      -old();
      +new();
       end();
      """;

  private static Patch patch(String title, String log, String diff) {
    return (Patch) mail("[PATCH] " + title).text(log + "---\n\n" + diff).posting();
  }

  private static List<String> lines(Patch before, Patch after) {
    return RangeDiff.between(before, after).lines().stream().map(RangeLine::toString).toList();
  }

  @Test
  void isEmptyForAPatchThatOnlyMoved() {
    Patch moved = patch("fs: walk", LOG, DIFF.replace("-10,4 +10,4", "-90,4 +90,4"));
    assertThat(RangeDiff.between(patch("fs: walk", LOG, DIFF), moved).isEmpty()).isTrue();
  }

  @Test
  void showsAChangedLineAsGitDoes() {
    Patch changed = patch("fs: walk", LOG, DIFF.replace("+new();", "+newer();"));
    assertThat(lines(patch("fs: walk", LOG, DIFF), changed)).containsExactly(
        "@@ fs/walk.c: void walk(void)", "  start();", "  keep();", " -old();", "-+new();",
        "++newer();", "  end();");
  }

  @Test
  void showsAChangedMessage() {
    Patch changed = patch("fs: walk faster", LOG.replace("slow.", "slow, mend it."), DIFF);
    assertThat(lines(patch("fs: walk", LOG, DIFF), changed)).containsExactly("@@ Metadata",
        "     Author: Ann <ann@b.example>", "", "  ## Commit message ##", "-    fs: walk",
        "+    fs: walk faster", "", "-    The walk is slow.",
        "+    The walk is slow, mend it.", "", "     Signed-off-by: Ann <ann@b.example>", "");
  }

  @Test
  void showsAFileThatCameToIt() {
    String more = """
        diff --git a/fs/more.c b/fs/more.c
        new file mode 100644
        --- /dev/null
        +++ b/fs/more.c
        @@ -0,0 +1 @@
        +more();
        """;
    assertThat(lines(patch("fs: walk", LOG, DIFF), patch("fs: walk", LOG, DIFF + more)))
        .contains("+ ## fs/more.c (new) ##", "+@@ fs/more.c", "++more();")
        .doesNotContain("-+new();");
  }

  @Test
  void endsWhereAPatchIsTooLongToRead() {
    String head = "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1,30000 @@\n";
    Patch endless = patch("fs: walk", LOG, head + "+line\n".repeat(30_000));
    RangeDiff diff = RangeDiff.between(endless, patch("fs: walk", LOG, DIFF));
    assertThat(diff.complete()).isFalse();
    assertThat(diff.lines()).hasSizeLessThan(2 * RangeDiff.MAX_LINES);
  }

  @Test
  void sameLinesOverAndOverTakeNoLongTime() {
    String head = "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1,19000 @@\n";
    Patch one = patch("a", LOG, head + "+x\n+y\n".repeat(9_500));
    Patch other = patch("b", LOG, head + "+y\n+x\n+z\n".repeat(6_300));
    long start = System.nanoTime();
    RangeDiff.between(one, other);
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }

  @Test
  void noPatchMakesItThrow() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 500; round++) {
      Patch one = patch("fs: walk", ScrambledText.of(random, 8).replace("-", "") + "\n", DIFF);
      Patch other = patch("fs: walk", LOG, DIFF);
      assertThat(RangeDiff.between(one, other).lines()).as("%s", seed).isNotNull();
    }
  }
}
