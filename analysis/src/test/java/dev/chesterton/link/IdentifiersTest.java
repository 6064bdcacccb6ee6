package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

  @ParameterizedTest(name = "{1} in: {0}")
  @CsvSource(delimiter = '|', textBlock = """
      fixup_worker                    | fixup_worker | true
      see fixup_worker().             | fixup_worker | true
      (fixup_worker)                  | fixup_worker | true
      &fs->fixup_worker               | fixup_worker | true
      run_fixup_worker, fixup_worker  | fixup_worker | true
      fixup_workers                   | fixup_worker | false
      run_fixup_worker                | fixup_worker | false
      fixup_worker2                   | fixup_worker | false
      Fixup_worker                    | fixup_worker | false
      fixup worker                    | fixup_worker | false
      aaa                             | aa           | false
      """)
  void findsWholeWordsOnly(String text, String identifier, boolean named) {
    assertThat(Identifiers.naming(identifier).test(text)).isEqualTo(named);
  }
}
