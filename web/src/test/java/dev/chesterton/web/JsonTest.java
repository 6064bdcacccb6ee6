package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        .select(".hits > li"))
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

  private static List<String> texts(JsonNode list, String field) {
    return list.valueStream().map(item -> item.get(field).asString()).toList();
  }

  @Test
  void sameMailsInTheSameOrder() {
    JsonNode flagged = json("/flagged/.json").get("flagged");
    assertThat(server.get("/flagged/").html().select("td[data-label=subject]").eachText())
        .isEqualTo(texts(flagged, "subject"));
    assertThat(server.get("/flagged/").html().select("td[data-label=severity]").eachText())
        .isEqualTo(texts(flagged, "severity"));
    for (String form : List.of("t/", "T/")) {
      String thread = "/" + LIST + "/" + PATCH + "/" + form;
      assertThat(server.get(thread).html().select(".tree .l:has(time) a").eachText())
          .isEqualTo(json(thread + ".json").get("mails")
              .valueStream()
              .filter(mail -> !mail.get("missing").asBoolean())
              .map(mail -> mail.get("subject").asString())
              .toList());
    }
    JsonNode hits = json("/search.json?q=cairn").get("hits");
    assertThat(server.get("/search?q=cairn").html().select(".hit > a").eachText())
        .isEqualTo(hits.valueStream()
            .map(hit -> hit.get(hit.has("subject") ? "subject" : "title").asString())
            .toList());
  }

  @Test
  void sameHeaderTextAndTrailersOfAMail() {
    JsonNode mail = json("/" + LIST + "/" + PATCH + "/.json");
    Document page = server.get("/" + LIST + "/" + PATCH + "/").html();
    assertThat(page.select("h1").text()).isEqualTo(mail.get("subject").asString());
    assertThat(page.select(".facts dd").eachText()).contains(PATCH)
        .anyMatch(line -> line.contains(mail.get("sender").get("address").asString()));
    assertThat(page.select(".text .l")).hasSize(mail.get("text").asString().split("\n").length);
    assertThat(page.select("ul.plain li")).hasSize(mail.get("trailers").size());
  }

  @Test
  void sameRulesAndSameState() {
    JsonNode rules = json("/rule/.json").get("rules");
    for (JsonNode rule : rules) {
      String address = "/rule/" + rule.get("id").asString();
      Document page = server.get(address).html();
      assertThat(page.select("h1").text()).isEqualTo(rule.get("title").asString());
      assertThat(page.select(".byline").text()).contains(rule.get("severity").asString(),
          rule.get("since").asString());
      assertThat(page.select("nav[aria-label=Rules] a:not([href$=.json])"))
          .hasSize(rules.size() - 1);
    }
    JsonNode jobs = json("/jobs/.json");
    Document page = server.get("/jobs/").html();
    assertThat(page.select("main p strong").eachText().getFirst())
        .isEqualTo(jobs.get("words").asString());
    assertThat(page.select("td[data-label=begin]")).hasSize(jobs.get("jobs").size());
  }

  @Test
  void sameClaimsAndObjectionsOfAReview() {
    JsonNode json = json("/review/" + PATCH + "/.json");
    String page = server.get("/review/" + PATCH + "/").text();
    for (String list : List.of("findings", "claims", "objections", "prior_attempts", "tests")) {
      for (JsonNode item : json.get(list)) {
        String fact = item.path("claim")
            .asString(item.path("verdict")
                .asString(item.path("message_id").asString(item.path("name").asString(""))));
        if (list.equals("findings") || list.equals("claims") || list.equals("tests")) {
          assertThat(page).as(list).contains(fact);
        }
      }
    }
    assertThat(page).contains(json.get("author").get("name").asString());
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
