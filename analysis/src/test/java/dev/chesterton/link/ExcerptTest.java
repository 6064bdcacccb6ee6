package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final Anchor SOURCE = new Anchor.OfUnknownCommit("0123456789ab", "");

  @Test
  void foldsWhiteSpace() {
    assertThat(new Excerpt(SOURCE, 1, "  one\n\ttwo  ").words()).isEqualTo("one two");
  }

  @Test
  void cutsLongWords() {
    assertThat(new Excerpt(SOURCE, 1, "x".repeat(Excerpt.MAX_CHARS)).words()).endsWith("xx");
    assertThat(new Excerpt(SOURCE, 1, "x".repeat(Excerpt.MAX_CHARS + 1)).words()).endsWith("x...")
        .hasSize(Excerpt.MAX_CHARS);
  }

  @Test
  void neverCutsACharacterInHalves() {
    for (int before = Excerpt.MAX_CHARS - 6; before < Excerpt.MAX_CHARS; before++) {
      String words = new Excerpt(SOURCE, 1, "x".repeat(before) + "\uD83D\uDC1B".repeat(9)).words();
      assertThat(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(words);
      assertThat(words.length()).isLessThanOrEqualTo(Excerpt.MAX_CHARS);
    }
  }
}
