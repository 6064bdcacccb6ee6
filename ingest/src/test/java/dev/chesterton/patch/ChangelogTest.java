package dev.chesterton.patch;

import static dev.chesterton.patch.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.change.ScrambledText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogTest {
  private static final String DIFF = """
       fs/walk.c | 2 +-
       1 file changed, 1 insertion(+), 1 deletion(-)

      diff --git a/fs/walk.c b/fs/walk.c
      --- a/fs/walk.c
      +++ b/fs/walk.c
      @@ -1,2 +1,2 @@
       keep();
      -old();
      +new();
      """;

  private static List<Changelog.Entry> ofCover(String text) {
    return Changelog.of(mail("[PATCH v3 0/2] fs: x").text(text).posting());
  }

  private static List<Changelog.Entry> ofPatch(String notes) {
    return Changelog
        .of(mail("[PATCH v3] fs: x").text("Why.\n\nv1: no changelog\n---\n" + notes + DIFF)
            .posting());
  }

  @Test
  void readsTheWordsBelowTheRule() {
    assertThat(ofPatch("v3: mend the walk\n    and the run\nv2: new\n\n")).containsExactly(
        new Changelog.Entry(3, 5, List.of("v3: mend the walk", "    and the run")),
        new Changelog.Entry(2, 7, List.of("v2: new")));
  }

  @Test
  void readsListsOfACoverLetter() {
    assertThat(ofCover("""
        Faster walks.

        Changes in v3:
        - mend the walk

        - mend the run
        Changes since v1:
          * new

        Thanks to all.

         fs/walk.c | 2 +-
        """)).containsExactly(
        new Changelog.Entry(3, 3,
            List.of("Changes in v3:", "- mend the walk", "", "- mend the run")),
        new Changelog.Entry(2, 7, List.of("Changes since v1:", "  * new")));
  }

  @ParameterizedTest
  @CsvSource({"v2:,2", "V3:,3", "v2->v3:,3", "v1 -> v2,2", "Changes in v2:,2",
    "changes since v4:,5",
    "change since v4:,5", "Changes from v1:,2", "Changes to v1:,2", "Changelog from v1:,2",
    "change log v3:,3", "RFC->v1:,1", "RFC v2:,2", "changes since RFC:,1",
    "Changes since v1 (Bo):,2",
    "* v4 (2024-05-01):,4", "- v7: rebased,7", "v10: no change,10"})
  void knowsItsHeadings(String heading, int version) {
    assertThat(ofCover(heading + "\n- words\n")).singleElement()
        .extracting(Changelog.Entry::version)
        .isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3", "v5.15 and older kernels", "> v2: quoted",
    "v2: https://l.example/1@b",
    "v4 of the series", "The v2: format", "fs/v2.c: x", "1: one", "v12345: x", "version"})
  void takesNoOtherLineForOne(String line) {
    assertThat(ofCover(line + "\n- words\n")).isEmpty();
  }

  @Test
  void readsHostileLinesInLinearTime() {
    long start = System.nanoTime();
    ofCover("v1:\n".repeat(100_000));
    ofCover("changes in in in in in in in in in in in in in in in in in in in\n".repeat(20_000));
    ofCover("- - - - v".repeat(100_000));
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }

  @Test
  void noTextMakesItThrow() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 2_000; round++) {
      assertThat(ofCover("v2: " + ScrambledText.of(random, random.nextInt(12)))).as("%s", seed)
          .isNotNull();
    }
  }
}
