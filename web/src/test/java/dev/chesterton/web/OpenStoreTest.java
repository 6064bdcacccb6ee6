package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStoreTest {

  @Test
  void mailsAreReadWithTheLimitsOfTheSettings(@TempDir Path folder) {
    String box = TestServer.mail("one@example.org").replace("text\n", "word ".repeat(500) + "\n");
    ReadLimits few = new ReadLimits(1 << 20, 1 << 20, 1_024, 10, 5);
    try (TestServer server = TestServer.of(box, folder, few)) {
      assertThat(server.get("/odd/one@example.org/").text())
          .contains("text cut at 1024 characters");
    }
  }

  @Test
  void aNewGenerationIsSeenWithoutARestart(@TempDir Path folder) {
    try (TestServer server = TestServer.of(TestServer.mail("one@example.org"), folder)) {
      assertThat(server.get("/odd/two@example.org/").status()).isEqualTo(404);
      String tag = server.get("/odd/one@example.org/").header("ETag");
      TestServer.ingest(TestServer.mail("two@example.org"), folder);
      Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
      while (server.ask("GET", "/odd/two@example.org/").status() != 200) {
        assertThat(Instant.now()).isBefore(deadline);
      }
      assertThat(server.ask("GET", "/odd/one@example.org/", "If-None-Match", tag).status())
          .isEqualTo(200);
    }
  }
}
