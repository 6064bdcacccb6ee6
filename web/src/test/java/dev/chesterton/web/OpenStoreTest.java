package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStoreTest {

  private static String mail(String id) {
    return "From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: a@example.org\nSubject: s\nDate: Mon, 10"
        + " Jun 2024 09:45:17 +0000\nMessage-ID: <" + id + ">\n\ntext\n\n";
  }

  @Test
  void aNewGenerationIsSeenWithoutARestart(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.of(mail("one@example.org"), folder)) {
      assertThat(server.get("/odd/two@example.org/").status()).isEqualTo(404);
      String tag = server.get("/odd/one@example.org/").header("ETag");
      TestServer.ingest(mail("two@example.org"), folder);
      Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
      while (server.ask("GET", "/odd/two@example.org/").status() != 200) {
        assertThat(Instant.now()).isBefore(deadline);
      }
      assertThat(server.ask("GET", "/odd/one@example.org/", "If-None-Match", tag).status())
          .isEqualTo(200);
    }
  }
}
