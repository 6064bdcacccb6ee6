package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static dev.chesterton.web.TestServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent a second time is what would be made anew. */
class AnswerAgainTest {

  private static final String REVIEW = "/review/" + PATCH + "/";
  private static final String MAIL = "/" + LIST + "/" + PATCH + "/";

  @TempDir
  private static Path folder = Path.of("");
  private static List<TestServer> running = new ArrayList<>();

  @BeforeAll
  static void start() {
    running.add(TestServer.ofSamplesForWriters(folder));
  }

  @AfterAll
  static void stop() {
    running.forEach(TestServer::close);
  }

  private static TestServer server() {
    return running.getFirst();
  }

  private static void write(String text) {
    String form = "patch=" + PATCH + "&author=Ann&text="
        + URLEncoder.encode(text, StandardCharsets.UTF_8);
    assertThat(server().post("/notes", form, "Content-Type", "application/x-www-form-urlencoded",
        "Authorization", "Bearer " + TOKEN).status()).isLessThan(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {REVIEW, MAIL, MAIL + "T/", MAIL + "T/.json", MAIL + "t.atom",
    "/search?q=cairn&sort=newest&skip=0", "/flagged/", "/review/" + PATCH + "/draft"})
  void theSecondAnswerIsTheFirst(String path) {
    Answer first = server().get(path);
    Answer second = server().get(path);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(withoutDate(second)).isEqualTo(withoutDate(first));
    Answer head = server().ask("HEAD", path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.response().body()).isEmpty();
    assertThat(withoutDate(head)).isEqualTo(withoutDate(first));
  }

  private static List<String> withoutDate(Answer answer) {
    return answer.response()
        .headers()
        .map()
        .entrySet()
        .stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("date"))
        .map(header -> header.getKey() + ": " + header.getValue())
        .sorted()
        .toList();
  }

  @Test
  void theSecondAnswerIsNotMadeAnew() {
    String path = MAIL + "?once=more";
    server().get(path);
    long before = sentAgain();
    server().get(path);
    assertThat(sentAgain()).isEqualTo(before + 1);
  }

  private static long sentAgain() {
    String number = server().get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("chesterton_pages_sent_again_total "))
        .findFirst()
        .orElseThrow();
    return (long) Double.parseDouble(number.substring(number.indexOf(' ') + 1));
  }

  @Test
  void aNoteStandsOnThePageThatWasReadyBefore() {
    assertThat(server().get(REVIEW).text()).doesNotContain("brought up at the summit");
    write("brought up at the summit");
    assertThat(server().get(REVIEW).text()).contains("brought up at the summit");
    assertThat(server().get(REVIEW).text()).contains("brought up at the summit");
  }

  @Test
  void whoIsSignedInGetsHisFormsAndNobodyElseDoes() {
    assertThat(server().get(REVIEW).html().select("form[method=post]")).isEmpty();
    Answer in = server().post("/sign-in", "token=" + TOKEN + "&author=Ann&patch=" + PATCH,
        "Content-Type", "application/x-www-form-urlencoded", "Origin", server().origin(),
        "Sec-Fetch-Site", "same-origin");
    String cookie = in.header("Set-Cookie").split(";", 2)[0];
    Answer his = server().ask("GET", REVIEW, "Cookie", cookie);
    assertThat(his.html().select("form[method=post]")).isNotEmpty();
    assertThat(server().get(REVIEW).html().select("form[method=post]")).isEmpty();
  }

  @Test
  void aFeedNamesThisSiteAsItsReaderDoes() {
    String path = MAIL + "t.atom";
    String other = server().url().replace("127.0.0.1", "localhost");
    assertThat(server().get(path).body()).contains(server().url()).doesNotContain(other);
    assertThat(server().at(URI.create(other + path.substring(1))).body())
        .contains(other)
        .doesNotContain(server().url());
  }

  @Test
  void whatAReaderChoseIsNotChosenForTheNext() {
    String path = MAIL + "?theme=dark";
    assertThat(server().get(path).header("Set-Cookie")).contains("theme=dark");
    assertThat(server().get(path).header("Set-Cookie")).contains("theme=dark");
    assertThat(server().get(MAIL).header("Set-Cookie")).isEmpty();
  }
}
