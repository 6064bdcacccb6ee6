package dev.chesterton.web;

import static dev.chesterton.web.TestServer.PATCH;
import static dev.chesterton.web.TestServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may write: methods, origins, tokens. */
class WritingTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final MessageId ID = new MessageId(PATCH);

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

  private final List<String> seen = new ArrayList<>();

  /** The token stands in nothing that was ever answered. */
  @AfterEach
  void noTokenWasGivenOut() {
    assertThat(seen).noneMatch(answer -> answer.contains(TOKEN));
  }

  private static TestServer server() {
    return running.getFirst();
  }

  private Answer post(String path, String body, String... headers) {
    Answer answer = server().post(path, body, headers);
    seen.add(answer.body() + answer.response().headers());
    PageChecker.headers(answer);
    return answer;
  }

  private static String field(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String note(String text) {
    return field("patch", PATCH) + "&" + field("author", "Ann") + "&" + field("text", text);
  }

  /** A cookie and the form token of the page it leads to. */
  private record Browser(String cookie, String form) {}

  private Browser signIn() {
    Answer in = post("/sign-in", field("token", TOKEN) + "&" + field("author", "Ann \u00d6") + "&"
        + field("patch", PATCH), "Content-Type", FORM, "Origin", server().origin(),
        "Sec-Fetch-Site", "same-origin");
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("/review/" + PATCH + "/#notes");
    String cookie = in.header("Set-Cookie");
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    Answer page = server().ask("GET", "/review/" + PATCH + "/", "Cookie", pair);
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    String form = page.html().select("input[name=form]").attr("value");
    assertThat(form).isNotEmpty();
    return new Browser(pair, form);
  }

  @Test
  void aProgramWritesWithTheToken() {
    Answer answer = post("/notes", note("by a program"), "Content-Type", FORM, "Authorization",
        "Bearer " + TOKEN);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).startsWith("/review/" + PATCH + "/#n-");
    assertThat(server().notes().about(ID)).extracting(note -> note.newest().markdown())
        .contains("by a program");
  }

  @Test
  void aReaderWritesAfterHeHasSignedIn() {
    Browser browser = signIn();
    String body = note("by a reader \u00e4\ud83d\ude00") + "&" + field("form", browser.form());
    assertThat(post("/notes", body, "Content-Type", FORM, "Cookie", browser.cookie(), "Origin",
        server().origin(), "Sec-Fetch-Site", "same-origin").status()).isEqualTo(303);
    // As a browser sends it from a page without a referrer.
    assertThat(post("/notes", body, "Content-Type", FORM, "Cookie", browser.cookie(), "Origin",
        "null", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(303);
    assertThat(server().notes().about(ID)).filteredOn(
        note -> note.newest().markdown().equals("by a reader \u00e4\ud83d\ude00"))
        .hasSize(2)
        .allMatch(note -> note.newest().by().author().equals("Ann \u00d6"));
    Document page = server().get("/review/" + PATCH + "/").html();
    assertThat(page.select("#notes").parents().text()).contains("by a reader");
    assertThat(page.select("form[method=post]")).isEmpty();
  }

  /** One row of the matrix: what a browser says of the page a form comes from. */
  @ParameterizedTest
  @CsvSource({"OURS, same-origin, 303", "OURS, -, 303", "null, same-origin, 303",
    "-, same-origin, 303", "-, -, 403", "null, -, 403", "null, cross-site, 403",
    "http://evil.example, -, 403", "http://evil.example, same-origin, 403",
    "OURS, cross-site, 403", "OURS, same-site, 403", "OURS, none, 403", "-, cross-site, 403",
    "https://127.0.0.1:1, -, 403", "OURS.evil.example, -, 403", "OURS/, -, 403"})
  void onlyFormsOfOurOwnPagesCount(String origin, String site, int status) {
    Browser browser = signIn();
    List<String> headers = new ArrayList<>(
        List.of("Content-Type", FORM, "Cookie", browser.cookie()));
    if (!origin.equals("-")) {
      headers.addAll(List.of("Origin", origin.replace("OURS", server().origin())));
    }
    if (!site.equals("-")) {
      headers.addAll(List.of("Sec-Fetch-Site", site));
    }
    long before = server().notes().version();
    String form = "&" + field("form", browser.form());
    String text = origin + site;
    assertThat(post("/notes", note(text) + form, headers.toArray(String[]::new)).status())
        .isEqualTo(status);
    assertThat(server().notes().version()).isEqualTo(status == 303 ? before + 1 : before);
    // The same for the way in: nobody is signed in from elsewhere.
    assertThat(post("/sign-in", field("token", TOKEN) + "&author=Eve",
        headers.toArray(String[]::new)).status()).isEqualTo(status);
  }

  @Test
  void aTokenDoesNotHelpAFormFromElsewhere() {
    assertThat(post("/notes", note("x"), "Content-Type", FORM, "Authorization", "Bearer " + TOKEN,
        "Origin", "http://evil.example").status()).isEqualTo(403);
    assertThat(post("/notes", note("x"), "Content-Type", FORM, "Authorization", "Bearer " + TOKEN,
        "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "Basic YTpi",
    "Bearer a-token-for-tests-of-40-characters-x-y-Z", "bearer nothing"})
  void aWrongTokenWritesNothing(String authorization) {
    Answer answer = post("/notes", note("x"), "Content-Type", FORM, "Authorization",
        authorization, "Origin", server().origin());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void cookieAndFormBelongTogether() {
    Browser one = signIn();
    Browser other = signIn();
    assertThat(one.form()).isNotEqualTo(other.form());
    for (String form : List.of("", "form=", field("form", other.form()), field("form", "x"))) {
      assertThat(write(one.cookie(), note("x") + "&" + form)).isEqualTo(403);
    }
    String[] parts = one.cookie().split("\\.", -1);
    String later = String.join(".", parts[0], "99999999999", parts[2], parts[3]);
    String named = one.cookie().replaceFirst("=[^.]*", "=RXZl");
    for (String cookie : List.of("chesterton=x", "chesterton=a.b.c.d", later, named,
        one.cookie() + "0", "other=1")) {
      assertThat(write(cookie, note("x") + "&" + field("form", one.form()))).as(cookie)
          .isEqualTo(401);
    }
  }

  private int write(String cookie, String body) {
    return post("/notes", body, "Content-Type", FORM, "Cookie", cookie, "Origin",
        server().origin()).status();
  }

  @Test
  void whoDoesNotKnowTheTokenIsNotSignedIn() {
    for (String token : List.of("", "x", TOKEN + "x", TOKEN.substring(1))) {
      Answer answer = post("/sign-in", field("token", token) + "&author=Eve", "Content-Type", FORM,
          "Origin", server().origin());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.header("Set-Cookie")).isEmpty();
    }
    assertThat(post("/sign-in", field("token", TOKEN) + "&author=%20", "Content-Type", FORM,
        "Origin", server().origin()).status()).isEqualTo(400);
  }

  @Test
  void whoSignsOutHasNoCookie() {
    Browser browser = signIn();
    Answer out = post("/sign-out", field("form", browser.form()) + "&"
        + field("patch", "//evil.example/"), "Content-Type", FORM, "Cookie", browser.cookie(),
        "Origin", server().origin());
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Set-Cookie")).startsWith("chesterton=;").contains("Max-Age=0");
    assertThat(out.header("Location")).startsWith("/review/%2F%2Fevil.example%2F/");
  }

  @Test
  void getNeverWritesAndOtherMethodsAreUnknown() {
    long before = server().notes().version();
    String query = "?" + note("x");
    for (String path : List.of("/notes", "/answers", "/states", "/sign-out")) {
      for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS")) {
        Answer answer = server().ask(method, path + query, "Authorization", "Bearer " + TOKEN);
        assertThat(answer.status()).as(method + path).isEqualTo(405);
        assertThat(answer.header("Allow")).as(method + path).isEqualTo("POST");
      }
    }
    assertThat(server().notes().version()).isEqualTo(before);
  }

  @Test
  void bodiesAreBoundedFormsInTheirPlace() {
    String[] token = {"Content-Type", FORM, "Authorization", "Bearer " + TOKEN};
    assertThat(post("/notes?" + field("text", "x"), note("x"), token).status()).isEqualTo(400);
    assertThat(post("/notes", note("x".repeat(300_000)), token).status()).isEqualTo(413);
    assertThat(post("/notes", note("\u00e4".repeat(32_769)), token).status()).isEqualTo(400);
    assertThat(post("/notes", note("\u00e4".repeat(32_768)), token).status()).isEqualTo(303);
    assertThat(post("/notes", note(" \n "), token).status()).isEqualTo(400);
    assertThat(post("/notes", note("a\u0000b"), token).status()).isEqualTo(400);
    assertThat(post("/notes", "%zz=%", token).status()).isEqualTo(400);
    assertThat(post("/notes", "", token).status()).isEqualTo(400);
    assertThat(post("/notes", note("x"), "Content-Type", "text/plain", "Authorization",
        "Bearer " + TOKEN).status()).isEqualTo(415);
    assertThat(post("/notes", note("x"), "Content-Type", "application/json", "Authorization",
        "Bearer " + TOKEN).status()).isEqualTo(415);
    assertThat(post("/notes", note("x"), "Authorization", "Bearer " + TOKEN).status())
        .isEqualTo(415);
  }

  @Test
  void aTokenInTheAddressIsNotRepeated() throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (PrintStream err = new PrintStream(log, true, StandardCharsets.UTF_8)) {
      System.setErr(err);
      post("/notes?token=" + TOKEN, note("x"), "Content-Type", FORM);
      post("/sign-in", field("token", TOKEN + "no") + "&author=a", "Content-Type", FORM);
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(TOKEN);
  }

  @Test
  void withoutATokenFileWritingIsOffAndThePageSaysSo(@TempDir Path other) {
    try (TestServer reading = TestServer.ofSamples()) {
      assertThat(reading.get("/review/" + PATCH + "/").text()).contains("--token-file");
      assertThat(reading.get("/sign-in").text()).contains("Writing is off", "--token-file");
      Answer answer = reading.post("/notes", note("x"), "Content-Type", FORM, "Authorization",
          "Bearer " + TOKEN);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).contains("--token-file");
      assertThat(reading.store().resolveSibling("store-notes")).doesNotExist();
    }
    assertThat(other).isEmptyDirectory();
  }
}
