package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of which few are made into a page at a time. */
class LongThreadTest {

  private static final int MAILS = 60;

  private static String thread() {
    return IntStream.range(0, MAILS)
        .mapToObj(i -> TestServer.mail("m" + i + "@example.org")
            .replace("Date:", i == 0 ? "Date:" : "In-Reply-To: <m0@example.org>\nDate:"))
        .collect(Collectors.joining());
  }

  @Test
  void manyWhoAskAtOnceAllGetTheirPage(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.of(thread(), folder);
        ExecutorService readers = Executors.newFixedThreadPool(8)) {
      List<Future<Answer>> answers = IntStream.range(0, 24)
          .mapToObj(i -> readers
              .submit(() -> server.ask("GET", "/odd/m" + i + "@example.org/T/")))
          .toList();
      for (Future<Answer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(answer.get().html().select("article.letter")).hasSize(MAILS);
      }
    }
  }

  @Test
  void aPageThatIsRefusedKeepsNobodyWaiting(@TempDir Path folder) {
    try (TestServer server = TestServer.of(thread(), folder)) {
      for (int i = 0; i < 5; i++) {
        assertThat(server.ask("GET", "/odd/m0@example.org/t/?skip=9" + i + "0").status())
            .isEqualTo(400);
      }
      assertThat(server.get("/odd/m0@example.org/t/").status()).isEqualTo(200);
    }
  }
}
