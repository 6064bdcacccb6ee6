package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextLinesTest {

  @Test
  void countsAnUnfinishedLastLine() {
    assertThat(TextLines.of("one\ntwo").count()).isEqualTo(2);
    assertThat(TextLines.of("one\ntwo\n").count()).isEqualTo(2);
    assertThat(TextLines.of("").count()).isZero();
  }

  @Test
  void keepsFormFeedsAndSeparatorsInsideALine() {
    assertThat(TextLines.of("a\fb\u2028c\n").line(1)).isEqualTo("a\fb\u2028c");
  }

  @Test
  void readsLinesThatDoNotExistAsEmpty() {
    TextLines lines = TextLines.of("one\n");
    assertThat(lines.line(0)).isEmpty();
    assertThat(lines.line(2)).isEmpty();
    assertThat(lines.range(2, 9)).isEmpty();
  }

  @Test
  void cutsRangesWithTheirLineEnds() {
    assertThat(TextLines.of("a\nb\nc").range(2, 3)).isEqualTo("b\nc");
    assertThat(TextLines.of("a\nb\nc").range(1, 2)).isEqualTo("a\nb\n");
  }

  @Test
  void answersOfALineWhatTheCutLineWouldSay() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 1_000; round++) {
      TextLines lines = TextLines.of(ScrambledText.of(random, random.nextInt(40)));
      for (int number = 0; number <= lines.count() + 1; number++) {
        String line = lines.line(number);
        int from = random.nextInt(line.length() + 1);
        assertThat(lines.length(number)).as("%s", seed).isEqualTo(line.length());
        assertThat(lines.isBlank(number)).as("%s", seed).isEqualTo(line.isBlank());
        assertThat(lines.line(number, from)).as("%s", seed).isEqualTo(line.substring(from));
        assertThat(lines.is(number, line)).as("%s", seed).isTrue();
        assertThat(lines.is(number, line + "\n")).as("%s", seed).isFalse();
        if (from < line.length()) {
          assertThat(lines.charAt(number, from)).as("%s", seed).isEqualTo(line.charAt(from));
        }
      }
    }
  }
}
