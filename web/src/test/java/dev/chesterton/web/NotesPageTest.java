package dev.chesterton.web;

import static dev.chesterton.web.TestServer.PATCH;
import static dev.chesterton.web.TestServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Note;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers wrote, on the pages. */
class NotesPageTest {

  private static final String REVIEW = "/review/" + PATCH + "/";

  @TempDir
  private Path folder = Path.of("");
  private List<TestServer> running = List.of();

  @BeforeEach
  void start() {
    running = List.of(TestServer.ofSamplesForWriters(folder));
  }

  @AfterEach
  void stop() {
    running.forEach(TestServer::close);
  }

  private TestServer server() {
    return running.getFirst();
  }

  private Answer write(String path, String... fields) {
    StringBuilder body = new StringBuilder("author=Ann");
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&')
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return server().post(path, body.toString(), "Content-Type",
        "application/x-www-form-urlencoded", "Authorization", "Bearer " + TOKEN);
  }

  private String cookie() {
    Answer in = server().post("/sign-in", "author=Ann&token=" + TOKEN, "Content-Type",
        "application/x-www-form-urlencoded", "Origin", server().origin());
    String cookie = in.header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private Document signedIn(String path) {
    Answer answer = server().ask("GET", path, "Cookie", cookie());
    server().checkPage(answer);
    return answer.html();
  }

  /** Keys of the findings on the page, as its forms send them. */
  private List<String> keys(String review) {
    return signedIn(review).select("aside.finding input[name=finding]")
        .eachAttr("value")
        .stream()
        .distinct()
        .toList();
  }

  private JsonNode json(String path) {
    return new JsonMapper().readTree(server().get(path).body());
  }

  @Test
  void aNoteIsRenderedAndKeepsItsHistory() {
    Answer written = write("/notes", "patch", PATCH, "text", "**first** [x](https://example.org/)");
    String address = written.header("Location");
    assertThat(server().get(REVIEW).html().select(".note strong").text()).isEqualTo("first");
    Note note = server().notes().about(new MessageId(PATCH)).getFirst();
    String page = "/note/" + note.id() + "/";
    assertThat(address).isEqualTo(REVIEW + "#n-" + note.id());

    assertThat(write("/notes", "note", note.id().value(), "after", "1", "text", "_second_")
        .header("Location")).isEqualTo(page);
    assertThat(write("/notes", "note", note.id().value(), "after", "1", "text", "late").status())
        .isEqualTo(409);

    assertThat(server().get(REVIEW).html().select(".note em").text()).isEqualTo("second");
    assertThat(server().get(REVIEW).html().select(".note").text()).contains("edited by")
        .doesNotContain("first");
    assertThat(server().get(page).html().select(".note").eachText())
        .satisfiesExactly(text -> assertThat(text).contains("second"),
            text -> assertThat(text).contains("first"));
    assertThat(json(page + ".json").get("edits")).hasSize(2);
    assertThat(signedIn(page).select("textarea").text()).isEqualTo("_second_");
    assertThat(server().get("/note/0123456789abcdef0123/").status()).isEqualTo(404);
    assertThat(server().get("/note/x/").status()).isEqualTo(404);
  }

  @Test
  void anAnswerStandsBesideItsFinding() {
    List<String> keys = keys(REVIEW);
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    Answer answer = write("/answers", "patch", PATCH, "finding", keys.getFirst(), "answer",
        "not a guard", "reason", "<b>moved</b> to the \u202ecaller");
    assertThat(answer.status()).isEqualTo(303);
    String place = answer.header("Location").substring(REVIEW.length() + 1);
    Element finding = server().get(REVIEW).html().expectFirst("#" + place);
    assertThat(finding.className()).contains("answered");
    assertThat(finding.text()).contains("answered: not a guard", "<b>moved</b> to the U+202Ecaller",
        "Ann", "2026-01-01");
    assertThat(server().get(REVIEW).html().select("aside.answered")).hasSize(1);

    JsonNode readers = json(REVIEW + ".json").get("readers");
    assertThat(readers.get("state").asString()).isEqualTo("answered");
    JsonNode said = readers.get("answers").get(0);
    assertThat(said.get("answer").asString()).isEqualTo("not a guard");
    assertThat(said.get("version").asString()).isEqualTo("v1");
    int number = said.get("finding").asInt();
    assertThat(json(REVIEW + ".json").get("findings").get(number - 1).get("rule"))
        .isEqualTo(said.get("rule"));

    String rule = said.get("rule").asString();
    Document page = server().get("/rule/" + rule).html();
    assertThat(page.text())
        .contains("1 answer: 0 useful, 0 justified, 1 not a guard, 0 wrong link");
    assertThat(page.select("main a[href=" + REVIEW + "]").text()).isEqualTo("not a guard");
    assertThat(json("/rule/" + rule + ".json").get("answers")).hasSize(1);
  }

  @Test
  void theLastWordOfAReaderCounts() {
    String key = keys(REVIEW).getFirst();
    write("/answers", "patch", PATCH, "finding", key, "answer", "wrong link", "reason", "one");
    write("/answers", "patch", PATCH, "finding", key, "answer", "useful", "reason", "two");
    Elements answers = server().get(REVIEW).html().select("p.answer");
    assertThat(answers.eachText()).singleElement()
        .satisfies(text -> assertThat(text).contains("useful", "two"));
    assertThat(server().notes().answers()).hasSize(2);
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    String key = keys(REVIEW).getFirst();
    assertThat(write("/answers", "patch", PATCH, "finding", key, "answer", "great", "reason", "x")
        .status()).isEqualTo(400);
    assertThat(write("/answers", "patch", PATCH, "finding", key, "answer", "useful", "reason", "")
        .status()).isEqualTo(400);
    assertThat(write("/answers", "patch", PATCH, "finding", key, "answer", "useful", "reason",
        "two\nlines").status()).isEqualTo(400);
    assertThat(write("/answers", "patch", PATCH, "finding", "0123456789abcdef0123", "answer",
        "useful", "reason", "x").status()).isEqualTo(404);
    assertThat(write("/answers", "patch", PATCH, "finding", "nonsense", "answer", "useful",
        "reason", "x").status()).isEqualTo(400);
    assertThat(write("/answers", "patch", "none@example.org", "finding", key, "answer", "useful",
        "reason", "x").status()).isEqualTo(404);
    assertThat(write("/notes", "patch", "none@example.org", "text", "x").status()).isEqualTo(404);
    assertThat(server().notes().version()).isZero();
  }

  @Test
  void theFlaggedListShowsHowAPatchStands() {
    assertThat(state(PATCH).get("state").asString()).isEqualTo("open");
    write("/answers", "patch", PATCH, "finding", keys(REVIEW).getFirst(), "answer", "useful",
        "reason", "x");
    assertThat(state(PATCH).get("state").asString()).isEqualTo("answered");
    write("/states", "patch", PATCH, "state", "dismissed", "why", "the list said so");
    assertThat(state(PATCH).get("state").asString()).isEqualTo("dismissed");
    assertThat(state(PATCH).get("why").asString()).isEqualTo("the list said so");
    Elements rows = server().get("/flagged/").html().select("table.flagged tbody tr");
    assertThat(rows.eachText()).last()
        .asString()
        .contains("dismissed: the list said so");
    assertThat(server().get(REVIEW).text()).contains("State: dismissed. Dismissed by Ann");
    write("/states", "patch", PATCH, "state", "open", "why", "it did not");
    assertThat(state(PATCH).get("state").asString()).isEqualTo("answered");
    assertThat(write("/states", "patch", PATCH, "state", "gone", "why", "x").status())
        .isEqualTo(400);
  }

  private JsonNode state(String id) {
    for (JsonNode patch : json("/flagged/.json").get("flagged")) {
      if (patch.get("message_id").asString().equals(id)) {
        return patch;
      }
    }
    throw new AssertionError("not flagged: " + id);
  }

  @Test
  void aPageIsNewAfterANoteAndForOneWhoSignsIn() {
    String before = server().get(REVIEW).header("ETag");
    assertThat(server().ask("GET", REVIEW, "If-None-Match", before).status()).isEqualTo(304);
    assertThat(server().ask("GET", REVIEW, "If-None-Match", before, "Cookie", cookie()).status())
        .isEqualTo(200);
    write("/notes", "patch", PATCH, "text", "new");
    Answer after = server().ask("GET", REVIEW, "If-None-Match", before);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.header("ETag")).isNotEqualTo(before);
  }

  @Test
  void notesThatCannotBeReadCostThePageItsNotes() throws Exception {
    Path file = server().store().resolveSibling("store-notes/notes.db");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "no database at all ".repeat(100));
    assertThat(server().get(REVIEW).text()).contains("The notes cannot be read just now");
    assertThat(json(REVIEW + ".json").get("readers").get("readable").asBoolean()).isFalse();
    assertThat(server().get("/flagged/").status()).isEqualTo(200);
    assertThat(server().follow("/rule/").status()).isEqualTo(200);
    assertThat(server().get("/help").status()).isEqualTo(200);
  }

  @Test
  void aNoteCanBeAboutAFinding() {
    String key = keys(REVIEW).getFirst();
    write("/notes", "patch", PATCH, "finding", key, "text", "about this one");
    Document page = server().get(REVIEW).html();
    String place = page.select(".note a[href^=#a-]").attr("href");
    assertThat(page.select(place).select(".finding")).hasSize(1);
  }
}
