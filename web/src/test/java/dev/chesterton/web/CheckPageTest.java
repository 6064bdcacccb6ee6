package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Patches that come with the question. */
class CheckPageTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static TestServer server = TestServer.ofSamples();

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] patch() {
    return server.get("/" + LIST + "/" + PATCH + "/raw").response().body();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPatchOfTheStoreIsReviewedAsItsPage() {
    Answer answer = server.post("/api/check", patch(), "Content-Type", "message/rfc822");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    PageChecker.headers(answer);
    // The page goes on with what readers wrote.
    String review = answer.body().strip();
    assertThat(server.get("/review/" + PATCH + "/.json").body())
        .startsWith(review.substring(0, review.length() - 1) + ",\"");
    JsonNode sent = MAPPER.readTree(server.post("/api/check?as-of=sent", patch()).body());
    assertThat(sent.get("as_of").asString()).isEqualTo("sent");
  }

  @Test
  void aPatchNobodyHasSentIsReviewedByItsLines() {
    String unsent = new String(patch(), StandardCharsets.UTF_8).replace(PATCH, "unsent@x");
    JsonNode review = MAPPER.readTree(server.post("/api/check", bytes(unsent)).body());
    assertThat(review.get("message_id").asString()).isEqualTo("unsent@x");
    assertThat(review.get("flagged").asBoolean()).isTrue();
    assertThat(server.get("/" + LIST + "/unsent@x/").status()).isEqualTo(404);
  }

  @Test
  void theFindingsAloneAreThoseOfTheReview() {
    String unsent = new String(patch(), StandardCharsets.UTF_8).replace(PATCH, "unsent@x");
    JsonNode review = MAPPER.readTree(server.post("/api/check", bytes(unsent)).body());
    JsonNode seen = MAPPER
        .readTree(server.post("/api/check?only=findings", bytes(unsent)).body());
    assertThat(seen.get("findings").valueStream().map(one -> one.get("claim").asString()))
        .isNotEmpty()
        .containsExactlyElementsOf(review.get("findings")
            .valueStream()
            .map(one -> one.get("claim").asString())
            .toList());
    String mail = "From mboxrd@z Thu Jan  1 00:00:00 1970\n" + unsent + "\n";
    JsonNode several = MAPPER.readTree(server.post("/api/check?only=findings",
        bytes(mail + mail.replace("unsent@x", "other@x"))).body());
    assertThat(several.valueStream().map(one -> one.get("message_id").asString()))
        .containsExactly("unsent@x", "other@x");
    assertThat(server.post("/api/check?only=words", patch()).status()).isEqualTo(400);
  }

  @Test
  void aMailboxIsAnsweredByAList() {
    String mail = "From mboxrd@z Thu Jan  1 00:00:00 1970\n"
        + new String(patch(), StandardCharsets.UTF_8) + "\n";
    JsonNode reviews = MAPPER
        .readTree(server.post("/api/check", bytes(mail + mail.replace(PATCH, "other@x"))).body());
    assertThat(reviews.isArray()).isTrue();
    assertThat(reviews.valueStream().map(review -> review.get("message_id").asString()))
        .containsExactly(PATCH, "other@x");
  }

  @Test
  void whatIsNoPatchIsRefusedWithTheReason() {
    for (byte[] body : List.of(new byte[0], bytes("\u0000\u0001"),
        bytes("Subject: a\nFrom: a@x\n\ntext\n"), new byte[]{0x1f, (byte) 0x8b, 8, 0},
        bytes("x".repeat(100_000)))) {
      Answer answer = server.post("/api/check", body);
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(MAPPER.readTree(answer.body()).get("why").asString()).isNotEmpty();
    }
    assertThat(server.post("/api/check?as-of=soon", patch()).status()).isEqualTo(400);
    Answer long1 = server.post("/api/check", new byte[PostedMails.MAX_BYTES + 1]);
    assertThat(long1.status()).isEqualTo(413);
  }

  @Test
  void anotherSiteMayNotMakeABrowserAsk() {
    for (List<String> header : List.of(List.of("Origin", "https://example.org"),
        List.of("Origin", "null"), List.of("Sec-Fetch-Site", "cross-site"))) {
      Answer answer = server.post("/api/check", patch(), header.toArray(String[]::new));
      assertThat(answer.status()).as(header.toString()).isEqualTo(403);
    }
    assertThat(server.post("/api/check", patch(), "Origin", server.url().replaceFirst("/$", ""))
        .status()).isEqualTo(200);
    assertThat(server.post("/api/check/", patch()).status()).isEqualTo(405);
  }

  @Test
  void whoAsksWithAnotherMethodIsToldWhich() {
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS")) {
      Answer answer = server.ask(method, "/api/check");
      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(answer.header("Allow")).as(method).isEqualTo("POST");
      assertThat(answer.header("Content-Type")).as(method).isEqualTo("application/json");
      PageChecker.headers(answer);
    }
    assertThat(server.ask("GET", "/api/check").body()).contains("\"status\":405", "POST only");
  }

  /** A flood is turned away with the time to wait, while a reader of pages does not notice. */
  @Test
  void aFloodHasToWait(@TempDir Path folder) {
    try (TestServer flooded = TestServer.of(TestServer.mail("one@x"), folder)) {
      Answer last = IntStream.range(0, 60)
          .mapToObj(_ -> flooded.post("/api/check", bytes("Subject: a\n\nb\n")))
          .toList()
          .getLast();
      assertThat(last.status()).isEqualTo(429);
      assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 10);
      assertThat(MAPPER.readTree(last.body()).get("why").asString()).contains("ask again in");
      assertThat(flooded.get("/help").status()).isEqualTo(200);
    }
  }
}
