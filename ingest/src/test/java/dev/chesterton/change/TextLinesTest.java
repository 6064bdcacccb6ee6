package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;

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
}
