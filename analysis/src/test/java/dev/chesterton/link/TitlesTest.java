package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(delimiter = '|', textBlock = """
      cairnfs: take the lock         | cairnfs: take the lock            | 1
      cairnfs: take the lock         | Cairnfs: Take the "lock"          | 1
      cairnfs: take the lock         | fs/cairnfs: take the lock         | 0.89
      cairnfs: take the lock         | cairnfs: take the lock in release | 0.8
      take the lock                  | lock the take                     | 1
      mm: drop drop_slab             | mm: drop drop                     | 0.67
      cairnfs: take the lock         | net: count dropped frames         | 0
      ...                            | !!                                | 0
      """)
  void likensTitlesByTheirWords(String one, String other, double similarity) {
    assertThat(Titles.similarity(one, other)).isCloseTo(similarity, within(0.005));
    assertThat(Titles.similarity(other, one)).isEqualTo(Titles.similarity(one, other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      [PATCH v3 2/7] cairnfs: take the lock     | cairnfs: take the lock
      Re: [RFC PATCH] cairnfs: take the lock    | cairnfs: take the lock
      cairnfs: take the lock                    | cairnfs: take the lock
      """)
  void leavesOutWhatMailAddsToATitle(String subject, String title) {
    assertThat(Titles.bare(subject)).isEqualTo(title);
  }
}
