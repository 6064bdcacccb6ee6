package dev.chesterton.review.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.DiffParser;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchedFileTest {
  private static final FilePath PATH = new FilePath("x");

  private static PatchedFile numbers(int first, int last) {
    return PatchedFile.of(PATH, IntStream.rangeClosed(first, last)
        .mapToObj(number -> number + "\n")
        .collect(Collectors.joining()));
  }

  private static FileChange change(String hunks) {
    return DiffParser.parse("diff --git a/x b/x\n--- a/x\n+++ b/x\n" + hunks, 1)
        .value()
        .change()
        .files()
        .getFirst();
  }

  private static final String TWO_HUNKS = """
      @@ -2,3 +2,3 @@
       2
      -3
      +three
       4
      @@ -8,2 +8,4 @@
       8
      +eight and a bit
      +nearly nine
       9
      """;

  @Test
  void aPatchThatFitsIsAppliedAndLinesKeepWhereTheyCameFrom() {
    PatchedFile after = numbers(1, 10).place(change(TWO_HUNKS))
        .map(numbers(1, 10)::after)
        .orElseThrow();
    assertThat(after.lines()).containsExactly("1", "2", "three", "4", "5", "6", "7", "8",
        "eight and a bit", "nearly nine", "9", "10");
    assertThat(IntStream.rangeClosed(0, 13).map(after::before)).containsExactly(0, 1, 2, 0, 4, 5,
        6, 7, 8, 0, 0, 9, 10, 0);
  }

  @Test
  void hunksThatHaveMovedAreFoundWhereTheyStand() {
    FileChange placed = numbers(-4, 10).place(change(TWO_HUNKS)).orElseThrow();
    assertThat(placed.hunks()).extracting(hunk -> hunk.oldStart()).containsExactly(7, 13);
    assertThat(placed.hunks().getFirst().lines().get(1).oldLine()).isEqualTo(8);
    FileChange backward = numbers(2, 10).place(change(TWO_HUNKS)).orElseThrow();
    assertThat(backward.hunks()).extracting(hunk -> hunk.oldStart()).containsExactly(1, 7);
  }

  @Test
  void aHunkThatStandsNowhereOrBeforeTheOneAboveItDoesNotFit() {
    assertThat(numbers(20, 30).place(change(TWO_HUNKS))).isEmpty();
    PatchedFile turned = PatchedFile.of(PATH, "8\n9\n2\n3\n4\n");
    assertThat(turned.place(change(TWO_HUNKS))).isEmpty();
  }

  @Test
  void filesWithoutALineAndWithoutALastLineEndAreFiles() {
    assertThat(PatchedFile.of(PATH, "").lines()).isEmpty();
    assertThat(PatchedFile.of(PATH, "a\nb").lines()).isEqualTo(List.of("a", "b"));
    FileChange born = change("@@ -0,0 +1,2 @@\n+a\n+b\n");
    PatchedFile empty = PatchedFile.of(PATH, "");
    assertThat(empty.after(empty.place(born).orElseThrow()).lines()).containsExactly("a", "b");
  }
}
