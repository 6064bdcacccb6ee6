package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotedLineTest {

  private static final List<String> PIECES = List.of(">", "> ", ">>", " ", "\t", "\n", "\n", "\r",
      "a", "b:", "\u00a0", "\u2003", "\u0000");

  @Test
  void cutsLinesAndContentAsTheTextHasThem() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 2_000; round++) {
      String text = scrambled(random);
      List<QuotedLine> quoted = QuotedLine.of(text);
      List<String> lines = Message.linesOf(text);
      assertThat(quoted).as("%s: '%s'", seed, text).hasSameSizeAs(lines);
      for (int i = 0; i < lines.size(); i++) {
        String content = quoted.get(i).content();
        assertThat(lines.get(i)).as("%s: '%s'", seed, text).endsWith(content);
        assertThat(quoted.get(i).isBlank()).as("%s: '%s'", seed, text)
            .isEqualTo(content.isBlank());
        assertThat(quoted.get(i).endsWith(':')).as("%s: '%s'", seed, text)
            .isEqualTo(content.stripTrailing().endsWith(":"));
      }
    }
  }

  @Test
  void countsBlankQuotedLinesToTheQuoteAroundThem() {
    assertThat(QuotedLine.of(">> a\n>\n> \n>> b\n>\n> c\n").stream().map(QuotedLine::depth))
        .containsExactly(2, 2, 2, 2, 1, 1);
  }

  private static String scrambled(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
