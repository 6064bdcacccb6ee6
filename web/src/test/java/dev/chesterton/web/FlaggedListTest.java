package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kept findings are shown where there are any, and are the same as those found at once. */
class FlaggedListTest {

  private static JsonNode list(TestServer server) {
    JsonNode list = new JsonMapper().readTree(server.get("/flagged/.json").body());
    while (!list.get("complete").asBoolean()) {
      list = new JsonMapper().readTree(server.get("/flagged/.json").body());
    }
    return list;
  }

  @Test
  void keptAndFoundAreTheSame() throws IOException {
    try (TestServer server = TestServer.ofSamples()) {
      JsonNode kept = list(server);
      assertThat(kept.get("as_of").get("newest").asBoolean()).isTrue();
      assertThat(kept.get("flagged")).isNotEmpty();
      assertThat(server.get("/flagged/").text()).contains("Reviewed").doesNotContain("as of");
      delete(server.store().resolve("findings"));

      JsonNode found = list(server);

      assertThat(found.get("as_of").isNull()).isTrue();
      assertThat(found.get("flagged")).isEqualTo(kept.get("flagged"));
      assertThat(found.get("count")).isEqualTo(kept.get("count"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
