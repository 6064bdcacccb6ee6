package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStoreTest {

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
