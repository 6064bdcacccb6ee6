package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.web.door.Loopback;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and what every answer carries. */
class FrontDoorTest {

  private static TestServer server = TestServer.ofSamples();

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "PUT", "PATCH", "OPTIONS", "TRACE"})
  void onlyReadingIsPossible(String method) {
    Answer answer = server.ask(method, "/flagged/");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).startsWith("GET, HEAD");
    PageChecker.headers(answer);
  }

  @Test
  void headSaysWhatGetWouldWithoutSayingIt() {
    Answer head = server.ask("HEAD", "/review/" + PATCH + "/");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("ETag")).isEqualTo(server.get("/review/" + PATCH + "/").header("ETag"));
    PageChecker.headers(head);
  }

  @Test
  void foreignNamesGetNothing() {
    for (String host : new String[]{"evil.example", "127.0.0.1.evil.example", "[::2]:80", "0.0.0.0",
      "localhost.evil.example:8808", "", "127.0.0.1@evil.example"}) {
      String answer = raw(
          "GET /flagged/ HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(host).startsWith("HTTP/1.1 4").doesNotContain("Flagged patches");
    }
    for (String host : new String[]{"localhost", "LOCALHOST:1", "127.0.0.1", "127.1.2.3:99",
      "[::1]:8808"}) {
      String answer = raw("GET /help HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(host).startsWith("HTTP/1.1 200");
    }
    assertThat(Loopback.isLoopback("127.0.0.256")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /%00 HTTP/1.1", "GET /a|b{} HTTP/1.1",
    "GET /../../etc/passwd HTTP/1.1",
    "GET /%zz HTTP/1.1", "NONSENSE", "GET / HTTP/9.9", "GET http://[/ HTTP/1.1",
    "GET /linux-cairnfs/%2e%2e/ HTTP/1.1", "GET /search?q=%zz HTTP/1.1",
    "GET /WEB-INF/web.xml HTTP/1.1", "GET /style.css/.. HTTP/1.1"})
  void brokenRequestsAreAnsweredPlainly(String line) {
    String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 ")
        .doesNotContain("HTTP/1.1 500")
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContain("Exception", "\tat ", "springframework");
  }

  @Test
  void headersThatAreTooLongAreRefused() {
    String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000)
        + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4");
  }

  @Test
  void rawMailIsTextAndNothingElse() {
    Answer raw = server.get("/" + LIST + "/" + PATCH + "/raw");
    assertThat(raw.status()).isEqualTo(200);
    assertThat(raw.header("Content-Type")).startsWith("text/plain");
    assertThat(raw.header("Content-Security-Policy")).contains("sandbox");
    assertThat(raw.body()).contains("Message-ID: <" + PATCH + ">");
  }

  @Test
  void anUnknownAddressGetsTheErrorPage() {
    Answer answer = server.get("/no/such/page/at/all");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("Not here", "no page has this address", "Request id");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  private static String raw(String request) {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "HTTP/1.1 4xx connection closed: " + e.getMessage();
    }
  }
}
