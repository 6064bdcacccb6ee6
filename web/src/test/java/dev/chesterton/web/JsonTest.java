package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a page says what the page says. */
class JsonTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static TestServer server = TestServer.ofSamples();

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(String path) {
    Answer answer = server.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    return MAPPER.readTree(answer.body());
  }

  @Test
  void review() {
    JsonNode json = json("/review/" + PATCH + "/.json");
    Document page = server.get("/review/" + PATCH + "/").html();
    assertThat(json.get("flagged").asBoolean()).isTrue();
    assertThat(page.select("aside.finding")).hasSize(json.get("findings").size());
    assertThat(page.select("#reasons + .scroll tbody tr")).hasSize(json.get("fixes").size());
    assertThat(json("/review/" + PATCH + "/.json?as-of=sent").get("thread").size()).isZero();
  }

  @Test
  void mailAndThread() {
    JsonNode mail = json("/" + LIST + "/" + PATCH + "/.json");
    assertThat(mail.get("message_id").asString()).isEqualTo(PATCH);
    assertThat(mail.get("stored_lists").get(0).asString()).isEqualTo(LIST);
    JsonNode thread = json("/" + LIST + "/" + PATCH + "/t/.json");
    Document page = server.get("/" + LIST + "/" + PATCH + "/t/").html();
    assertThat(page.select("pre.tree .l")).hasSize(thread.get("mails").size());
  }

  @Test
  void commitSearchRuleAndFlagged() {
    JsonNode hits = json("/search.json?q=fixup+worker");
    assertThat(server.get("/search?q=fixup+worker")
        .html()
        .select("table:has(th:contains(author)) tbody tr"))
        .hasSize(hits.get("hits").size());
    String commit = json("/search.json?q=s%3Afixup&sort=oldest").get("hits")
        .valueStream()
        .filter(hit -> hit.get("type").asString().equals("commit"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
    assertThat(json("/commit/" + commit + ".json").get("known").asString()).isEqualTo("in a tree");
    assertThat(json("/rule/removed-fix.json").get("severity").asString()).isEqualTo("warning");
    assertThat(json("/flagged/.json").get("patches").asInt()).isPositive();
  }

  @Test
  void errorsToo() {
    JsonNode missing = MAPPER.readTree(server.get("/r/nobody@example.org/.json").body());
    assertThat(missing.get("status").asInt()).isEqualTo(404);
    assertThat(missing.get("request_id").asString()).isNotEmpty();
    JsonNode wrong = MAPPER.readTree(server.get("/search.json?q=d%3Asoon").body());
    assertThat(wrong.get("why").asString()).contains("character 1");
  }
}
