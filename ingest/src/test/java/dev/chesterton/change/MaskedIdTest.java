package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedIdTest {

  @Test
  void keepsTheLocalPartAndTheLengthOfTheDomain() {
    assertThat(masked("https://lore.kernel.org/linux-cairnfs/20110701174436.GA8352@xxxxxxxx"))
        .contains(new MaskedId("20110701174436.GA8352", 8));
    assertThat(MaskedId.ofId("20110701174436.GA8352@cairn.io"))
        .isEqualTo(new MaskedId("20110701174436.GA8352", 8));
  }

  @Test
  void anIdThatIsWholeOrCutElsewhereIsNone() {
    assertThat(masked("https://lore.kernel.org/r/20110701174436.GA8352@cairn.io")).isEmpty();
    assertThat(masked("https://lore.kernel.org/r/201107011744...@cairn.io")).isEmpty();
  }

  private static Optional<MaskedId> masked(String text) {
    List<Citation> found = Citations.of(text);
    assertThat(found).hasSize(1);
    return MaskedId.of((Citation.OfMail) found.getFirst());
  }
}
