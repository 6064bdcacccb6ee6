package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.chesterton.Seed;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTest {

  private static final int ROUNDS = 2_000;

  private static final List<Consumer<String>> PARSERS = List.of(
      text -> DiffParser.parse(text, 1), Citations::of, text -> Trailers.ofLog(text, 1),
      text -> Trailers.given(text, number -> number % 3 != 0));

  @Test
  void noTextMakesAParserThrow() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < ROUNDS; round++) {
      String text = ScrambledText.of(random, random.nextInt(80));
      for (Consumer<String> parser : PARSERS) {
        assertThatCode(() -> parser.accept(text)).as("%s: %s", seed, text)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void linesOfAHunkFollowEachOtherOnBothSides() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < ROUNDS; round++) {
      String text = "--- a/x\n+++ b/x\n" + ScrambledText.of(random, random.nextInt(80));
      DiffParser.parse(text, 1)
          .value()
          .change()
          .files()
          .stream()
          .flatMap(file -> file.hunks().stream())
          .forEach(hunk -> follow(hunk, seed + ": " + text));
    }
  }

  private static void follow(Hunk hunk, String description) {
    List<DiffLine> lines = hunk.lines();
    for (int i = 1; i < lines.size(); i++) {
      DiffLine before = lines.get(i - 1);
      assertThat(lines.get(i).oldLine()).as(description)
          .isEqualTo(before.oldLine() + (before.isAdded() ? 0 : 1));
      assertThat(lines.get(i).newLine()).as(description)
          .isEqualTo(before.newLine() + (before.isRemoved() ? 0 : 1));
    }
  }

  @Test
  void aDiffThatKeepsItsPromiseReadsBackWhole() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < ROUNDS; round++) {
      String signs = IntStream.range(0, 1 + random.nextInt(30))
          .mapToObj(i -> " +-".substring(random.nextInt(3)).substring(0, 1))
          .reduce("", String::concat);
      long old = signs.chars().filter(sign -> sign != '+').count();
      long now = signs.chars().filter(sign -> sign != '-').count();
      StringBuilder text = new StringBuilder("--- a/x\n+++ b/x\n@@ -%d,%d +%d,%d @@\n"
          .formatted(Math.min(old, 1), old, Math.min(now, 1), now));
      signs.chars().forEach(sign -> text.append((char) sign).append("- \n"));
      var parsed = DiffParser.parse(text.toString(), 1);
      Hunk hunk = parsed.value().change().files().getFirst().hunks().getFirst();
      assertThat(parsed.problems()).as("%s: %s", seed, text).isEmpty();
      assertThat(hunk.oldCount()).as("%s: %s", seed, text).isEqualTo((int) old);
      assertThat(hunk.newCount()).as("%s: %s", seed, text).isEqualTo((int) now);
    }
  }

  @Test
  void keysOfAChangeAreThoseOfItsLinesSortedAndEachOnce() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < ROUNDS; round++) {
      String text = "--- a/x\n+++ b/x\n" + ScrambledText.of(random, random.nextInt(80));
      Change change = DiffParser.parse(text, 1).value().change();
      assertThat(change.addedKeys().stream().toArray()).as("%s: %s", seed, text)
          .isEqualTo(keys(change.added()));
      assertThat(change.removedKeys().stream().toArray()).as("%s: %s", seed, text)
          .isEqualTo(keys(change.removed()));
    }
  }

  private static long[] keys(Stream<DiffLine> lines) {
    return lines.map(line -> LineKey.of(line.text()))
        .filter(key -> !key.isBlank())
        .mapToLong(LineKey::value)
        .sorted()
        .distinct()
        .toArray();
  }

  /** What a quadratic parser would need minutes for is done within the generous time of a test. */
  @ParameterizedTest
  @ValueSource(strings = {"<", "<a@b1>", "(", "\"", "f4b1363cae43 ", "f4b1363cae43 (\"", "https://",
    "/",
    "generic/", "generic/208,", "+0x", "a+0x1", "[", ":", "#", " ", ">", "-", "+", "\t", "0", "a",
    "f", "@", ".", "https://a.example/))))", "Fixes: ", "\n", "\n\n", "@@ -1 +1 @@\n", "-- \n",
    "--- a/x\n", "diff --git a/x b/x\n", "--- a/x\n+++ b/x\n@@ -1 +1,9 @@\n", "+\n", "-a\n+b\n",
    "Key: value\n", "Acked-by: x\n", " continued\n", "[note\n", "\\ No newline at end of file\n",
    "https://lore.kernel.org/r/a@b.example ", "<20220624122334.80603-1-h@b.example>", "wrote:\n"})
  void readsLongRepetitionsInLinearTime(String piece) {
    String text = piece.repeat(400_000 / piece.length());
    for (Consumer<String> parser : PARSERS) {
      long start = System.nanoTime();
      parser.accept(text);
      parser.accept("--- a/x\n+++ b/x\n@@ -1,9999999 +1,9999999 @@\n" + text);
      assertThat(System.nanoTime() - start)
          .as("nanoseconds for 2 x 400,000 characters of '%s'", piece)
          .isLessThan(20_000_000_000L);
    }
  }
}
