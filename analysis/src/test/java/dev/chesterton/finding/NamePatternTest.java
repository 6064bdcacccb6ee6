package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest(name = "{0} fits {1}: {2}")
  @CsvSource({"mutex_lock, mutex_lock, true", "mutex_lock, mutex_lock_io, false",
    "mutex_lock*, mutex_lock, true", "mutex_lock*, mutex_lock_io, true",
    "*_lock, page_lock, true", "*_lock, _lock, true", "*_lock, lock, false",
    "*_worker, worker, false", "*, '', true", "*, x, true", "**, x, true", "'', '', true",
    "'', x, false", "a*a, a, false", "a*a, aa, true", "a*b*a, aba, true", "a*b*a, aa, false",
    "*ab*ab, ab, false", "*ab*ab, abab, true", "*INIT_WORK*, INIT_WORK_ONSTACK, true",
    "*a*b*c*, xxaxxbxxcxx, true", "*a*b*c*, cba, false", "a.c, abc, false", "(, (, true"})
  void fitsWholeNames(String pattern, String name, boolean fits) {
    assertThat(new NamePattern(pattern).fits(name)).isEqualTo(fits);
  }

  @Test
  void isNotSlowedByManyStars() {
    NamePattern pattern = new NamePattern("*a".repeat(5_000) + "b");
    Assertions.assertTimeout(Duration.ofSeconds(5),
        () -> assertThat(pattern.fits("a".repeat(50_000))).isFalse());
  }

  @Test
  void agreesWithAnOracleThatTriesEverything() {
    Random random = Seed.printed("NamePattern");
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*");
      String name = text(random, "ab");
      assertThat(new NamePattern(pattern).fits(name)).as("'%s' fits '%s'", pattern, name)
          .isEqualTo(oracle(pattern, name));
    }
  }

  private static String text(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(9); left > 0; left--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** Each row is one more letter of the pattern, each place says whether so much of the name fits. */
  private static boolean oracle(String pattern, String name) {
    boolean[] fits = new boolean[name.length() + 1];
    fits[0] = true;
    for (int at = 0; at < pattern.length(); at++) {
      char letter = pattern.charAt(at);
      boolean[] next = new boolean[fits.length];
      for (int i = 0; i < fits.length; i++) {
        next[i] = letter == '*' ? fits[i] || i > 0 && next[i - 1]
            : i > 0 && fits[i - 1] && name.charAt(i - 1) == letter;
      }
      fits = next;
    }
    return fits[name.length()];
  }
}
