package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The verbs as processes: up, answering, and gone without a trace. */
@Timeout(120)
class LifeCycleTest {

  @TempDir
  private Path folder = Path.of("");

  @Test
  void theDemoComesUpAndLeavesNothingBehind() throws Exception {
    Process demo = start("demo");
    try (BufferedReader out = demo.inputReader()) {
      String review = String.valueOf(out.readLine());
      String flagged = String.valueOf(out.readLine());
      assertThat(review).startsWith("http://127.0.0.1:")
          .endsWith("/review/" + TestServer.PATCH + "/");
      assertThat(get(review)).contains("removed-worker");
      assertThat(get(flagged)).contains(TestServer.PATCH);
      assertThat(entries("tmp")).anyMatch(name -> name.startsWith("chesterton-demo"));
      end(demo);
    }
    assertThat(entries("tmp")).isEmpty();
    assertThat(entries("home")).isEmpty();
  }

  /** What is written in a demo lies in its temporary folder, and goes with it. */
  @Test
  void whatIsWrittenInADemoGoesWithIt() throws Exception {
    TestServer.token(folder);
    Process demo = start("demo", "--token-file", folder.resolve("token").toString());
    try (BufferedReader out = demo.inputReader()) {
      String review = String.valueOf(out.readLine());
      String site = review.substring(0, review.indexOf("/review/") + 1);
      assertThat(write(site + "notes", "text", "only for now")).isEqualTo(303);
      assertThat(write(site + "states", "state", "dismissed", "why", "only a demo"))
          .isEqualTo(303);
      assertThat(get(review)).contains("only for now", "only a demo");
      assertThat(entries("tmp/" + entries("tmp").stream()
          .filter(name -> name.startsWith("chesterton-demo"))
          .findFirst()
          .orElseThrow())).contains("store-notes");
      end(demo);
    }
    assertThat(entries("tmp")).isEmpty();
    assertThat(entries("home")).isEmpty();
    assertThat(entries(".")).containsExactlyInAnyOrder("home", "tmp", "token");

    Process again = start("demo", "--token-file", folder.resolve("token").toString());
    try (BufferedReader out = again.inputReader()) {
      assertThat(get(String.valueOf(out.readLine()))).contains("Nobody has written a note.")
          .doesNotContain("only for now");
      end(again);
    }
  }

  private static int write(String url, String... fields) throws Exception {
    StringBuilder form = new StringBuilder("author=Ann&patch=" + TestServer.PATCH);
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&')
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .header("Authorization", "Bearer " + TestServer.TOKEN)
          .POST(BodyPublishers.ofString(form.toString()))
          .build(), BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void serveAnswersFromItsStoreUntilItIsEnded() throws Exception {
    TestServer.ingest(TestServer.mail("one@example.org"), folder);
    Process serve = start("--store", folder.resolve("store").toString(), "serve", "--listen",
        "127.0.0.1:0");
    try (BufferedReader out = serve.inputReader()) {
      String url = String.valueOf(out.readLine());
      assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/");
      assertThat(get(url + "odd/one@example.org/")).contains("mail one@example.org");
      Process second = start("--store", folder.resolve("store").toString(), "serve", "--listen",
          "127.0.0.1:" + URI.create(url).getPort());
      assertThat(second.waitFor()).isEqualTo(74);
      assertThat(error(second)).contains("it is taken").hasLineCount(1);
      end(serve);
    }
    assertThat(entries("home")).isEmpty();
  }

  @Test
  void whatCannotBeServedIsSaidInOneLine() throws Exception {
    Process elsewhere = start("serve", "--listen", "0.0.0.0:8808");
    assertThat(elsewhere.waitFor()).isEqualTo(2);
    assertThat(error(elsewhere)).contains("loopback").hasLineCount(1);
    Process without = start("--store", folder.resolve("none").toString(), "serve", "--listen",
        "127.0.0.1:0");
    assertThat(without.waitFor()).isEqualTo(66);
    assertThat(error(without)).contains("no store").hasLineCount(1);
  }

  @Test
  void aDemoWithoutGitSaysSo() throws Exception {
    ProcessBuilder builder = builder("demo");
    builder.environment().put("PATH", folder.toString());
    Process demo = builder.start();
    assertThat(demo.waitFor()).isEqualTo(78);
    assertThat(error(demo)).contains("install git").hasLineCount(1);
    assertThat(entries("tmp")).isEmpty();
  }

  private Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(String... arguments) throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(folder.resolve("tmp"));
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx320m",
            "-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "-Duser.home=" + folder.resolve("home"),
            "-Dchesterton.home=" + TestServer.samples().getParent(), "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ChestertonWeb.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    return builder;
  }

  /** By its own handle, as a user's Ctrl-C or a service's stop would. */
  private static void end(Process process) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private static String error(Process process) throws IOException {
    try (BufferedReader error = process.errorReader()) {
      return String.join("\n", error.lines().toList());
    }
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private List<String> entries(String name) throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve(name))) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }
}
