package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.web.ReadyPages.Ready;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class ReadyPagesTest {

  private static final int KIB = 1 << 10;

  private final ReadyPages pages = new ReadyPages(100 * KIB, 20 * KIB);

  private void keep(String address, String tag, int bytes) {
    pages.keep(address, new Ready(tag, new HttpHeaders(), "x".repeat(bytes)));
  }

  @Test
  void aPageIsReadyAsLongAsItsTagIsTheOneOfToday() {
    keep("/one/", "1", KIB);
    assertThat(pages.at("/one/", "1")).isPresent();
    assertThat(pages.at("/two/", "1")).isEmpty();
    assertThat(pages.at("/one/", "2")).isEmpty();
    assertThat(pages.at("/one/", "1")).as("an old page is dropped").isEmpty();
  }

  @Test
  void thePageNobodyAskedForLongestMakesRoom() {
    for (int i = 0; i < 8; i++) {
      keep("/" + i + "/", "1", 10 * KIB);
    }
    assertThat(pages.at("/0/", "1")).isPresent();
    keep("/8/", "1", 10 * KIB);
    keep("/9/", "1", 10 * KIB);
    assertThat(pages.at("/0/", "1")).isPresent();
    assertThat(pages.at("/1/", "1")).isEmpty();
  }

  @Test
  void manyPagesTakeNoMoreThanTheirRoom() {
    for (int i = 0; i < 10_000; i++) {
      keep("/" + i + "/", "1", i % KIB);
    }
    long kept = IntStream.range(0, 10_000)
        .filter(i -> pages.at("/" + i + "/", "1").isPresent())
        .mapToLong(i -> i % KIB)
        .sum();
    assertThat(kept).isBetween(20L * KIB, 100L * KIB);
  }

  @Test
  void aPageTooLargeIsNotKeptAndPutsNoneOut() {
    keep("/small/", "1", KIB);
    keep("/large/", "1", 30 * KIB);
    assertThat(pages.at("/large/", "1")).isEmpty();
    assertThat(pages.at("/small/", "1")).isPresent();
  }

  @Test
  void aPageMadeAnewTakesThePlaceOfTheOldOne() {
    for (int i = 0; i < 1_000; i++) {
      keep("/one/", "1", 10 * KIB);
    }
    keep("/two/", "1", 10 * KIB);
    assertThat(pages.at("/one/", "1")).isPresent();
    assertThat(pages.at("/two/", "1")).isPresent();
  }
}
