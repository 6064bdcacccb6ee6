package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharacterTest {

  @ParameterizedTest
  @ValueSource(strings = {"/* \u202E } */", "a\u200Bb", "\u2066x\u2069", "x\u200E = 1;", "a\u00ADb",
    "x\uFEFF = 1;", "(\u200Dy)", "/* \u05D0\u202B */"})
  void seesWhatNobodySees(String line) {
    assertThat(HiddenCharacter.first(line)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"int a;", "/* \u05D0\u200F, who */", "/* \u0645\u06CC\u200C\u062E */",
    "/* \uD83D\uDC68\u200D\uD83D\uDC69 */", "\uFEFF/* mark */", "a\u00A0b", "caf\u00E9",
    "/* \u0915\u094D\u200D\u0937 */"})
  void leavesLanguagesAlone(String line) {
    assertThat(HiddenCharacter.first(line)).isEmpty();
  }

  @Test
  void countsColumnsInCharacters() {
    assertThat(HiddenCharacter.first("\uD83D\uDC68a\u202E"))
        .contains(new HiddenCharacter(0x202E, 3, true));
  }
}
