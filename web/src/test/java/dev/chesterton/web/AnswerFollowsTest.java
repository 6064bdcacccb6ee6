package dev.chesterton.web;

import static dev.chesterton.web.TestServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.FindingKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was answered on one version of a patch holds for the same finding in the next, and for nobody else's. */
class AnswerFollowsTest {

  private static final String FIRST = "20240903-room-1@example.org";
  private static final String SECOND = "20240905-room-2@example.org";
  private static final String RENAMED = "20211104134033.2297-1-ilse.brandt@example.com";
  private static final String RENAMED_AGAIN = "20211106134033.2297-1-ilse.brandt@example.com";
  private static final String STRANGER = "20240906-trim-1@example.net";

  @TempDir
  private Path folder = Path.of("");
  private List<TestServer> running = List.of();

  @BeforeEach
  void start() throws IOException {
    String mails = Files.readString(TestServer.samples().resolve("same-finding-again.mbox"));
    running = List.of(TestServer.forWriters(mails, folder));
  }

  @AfterEach
  void stop() {
    running.forEach(TestServer::close);
  }

  private Document page(String id) {
    Answer answer = running.getFirst().get("/review/" + id + "/");
    assertThat(answer.status()).isEqualTo(200);
    return answer.html();
  }

  private void answer(String id, String finding, String author, String kind, String reason) {
    Answer answer = running.getFirst()
        .post("/answers", "patch=" + id + "&finding=" + finding + "&author=" + author + "&answer="
            + kind + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8),
            "Content-Type", "application/x-www-form-urlencoded", "Authorization",
            "Bearer " + TOKEN);
    assertThat(answer.status()).isEqualTo(303);
  }

  /** The key of the one finding of a patch, as its form has it. */
  private String key(String id) {
    Answer in = running.getFirst()
        .post("/sign-in", "author=Ann&token=" + TOKEN, "Content-Type",
            "application/x-www-form-urlencoded", "Origin", running.getFirst().origin());
    String cookie = in.header("Set-Cookie");
    List<String> keys = running.getFirst()
        .ask("GET", "/review/" + id + "/", "Cookie", cookie.substring(0, cookie.indexOf(';')))
        .html()
        .select("form[action=/answers] input[name=finding]")
        .eachAttr("value");
    assertThat(keys).hasSize(1);
    return keys.getFirst();
  }

  @Test
  void theNextVersionShowsItAndSaysWhereItWasGiven() {
    answer(FIRST, key(FIRST), "Ann", "useful", "the ! binds first");
    assertThat(page(FIRST).select("p.answer").text()).contains("useful: the ! binds first")
        .doesNotContain("given on");
    assertThat(page(SECOND).select("p.answer").text()).contains("useful: the ! binds first",
        "given on v1");
    assertThat(page(SECOND).select("p.answer a").attr("href")).isEqualTo("/review/" + FIRST + "/");
    assertThat(page(SECOND).select("aside.answered")).hasSize(1);
  }

  @Test
  void theSameFindingOfAnotherSeriesStaysOpen() {
    assertThat(key(STRANGER)).isEqualTo(key(FIRST)).isEqualTo(key(SECOND));
    answer(FIRST, key(FIRST), "Ann", "useful", "the ! binds first");
    assertThat(page(STRANGER).select("p.answer, aside.answered")).isEmpty();
    answer(STRANGER, key(STRANGER), "Bob", "justified", "it is unused");
    assertThat(page(FIRST).select("p.answer").text()).doesNotContain("unused");
    assertThat(page(SECOND).select("p.answer").text()).doesNotContain("unused");
  }

  @Test
  void anAnswerGoesForwardAlone() {
    answer(SECOND, key(SECOND), "Ann", "useful", "still there");
    assertThat(page(FIRST).select("p.answer")).isEmpty();
  }

  @Test
  void theLastWordOfAReaderCountsOverTheVersions() {
    answer(FIRST, key(FIRST), "Ann", "justified", "first thought");
    answer(FIRST, key(FIRST), "Bob", "useful", "agreed");
    answer(SECOND, key(SECOND), "Ann", "useful", "second thought");
    assertThat(page(SECOND).select("p.answer").eachText()).hasSize(2)
        .anyMatch(text -> text.contains("second thought") && !text.contains("given on"))
        .anyMatch(text -> text.contains("agreed") && text.contains("given on v1"));
    assertThat(page(FIRST).select("p.answer").text()).contains("first thought");
  }

  @Test
  void aStoreThatIsMadeAnewFindsItsAnswersAgain() throws IOException {
    String key = key(FIRST);
    answer(FIRST, key, "Ann", "useful", "the ! binds first");
    running.getFirst().close();
    delete(folder.resolve("store"));
    start();
    assertThat(page(SECOND).select("p.answer").text()).contains("given on v1");
    assertThat(running.getFirst().notes().answersTo(List.of(new FindingKey(key))))
        .extracting(answer -> answer.patch())
        .containsExactly(new MessageId(FIRST));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void theFlaggedListKnowsWhichVersionInheritsIt() throws IOException {
    String mails = Files.readString(TestServer.samples().resolve("hidden-direction.mbox"));
    String renamed = Stream.of(mails.split("(?m)^(?=From mboxrd@z)"))
        .filter(mail -> mail.contains(RENAMED))
        .findFirst()
        .orElseThrow();
    String next = renamed.replace(RENAMED, RENAMED_AGAIN)
        .replace("[PATCH] cairnfs", "[PATCH v2] cairnfs")
        .replace("Thu, 4 Nov 2021", "Sat, 6 Nov 2021");
    running.getFirst().close();
    running = List
        .of(TestServer.forWriters(mails + next, Files.createDirectory(folder.resolve("v2"))));
    assertThat(state(RENAMED_AGAIN)).isEqualTo("open");
    answer(RENAMED, key(RENAMED), "Ann", "useful", "take the mark out");
    assertThat(state(RENAMED)).isEqualTo("answered");
    assertThat(state(RENAMED_AGAIN)).isEqualTo("answered");
    assertThat(running.getFirst()
        .get("/flagged/")
        .html()
        .select("tr:has(a[href='/review/" + RENAMED_AGAIN + "/']) td[data-label=state]")
        .text()).isEqualTo("answered");
  }

  /** The list, once it is complete: each question for it waits a while. */
  private JsonNode flagged() {
    for (int i = 0; i < 100; i++) {
      JsonNode list = new JsonMapper()
          .readTree(running.getFirst().get("/flagged/.json").body());
      if (list.get("complete").asBoolean()) {
        return list;
      }
    }
    throw new AssertionError("the list is not complete");
  }

  private String state(String id) {
    return flagged().get("flagged")
        .valueStream()
        .filter(patch -> patch.get("message_id").asString().equals(id))
        .findFirst()
        .orElseThrow()
        .get("state")
        .asString();
  }
}
