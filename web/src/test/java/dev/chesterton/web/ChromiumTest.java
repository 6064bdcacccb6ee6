package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review page in a real browser. */
class ChromiumTest {

  @Test
  void theReviewPageIsDrawn(@TempDir Path folder) throws Exception {
    Path chromium = TestBrowser.onPath("chromium").orElse(Path.of(""));
    Assumptions.assumeTrue(Files.isExecutable(chromium), "skipped: no chromium on PATH");
    try (TestServer server = TestServer.ofSamples()) {
      String url = server.url() + "review/" + TestServer.PATCH + "/";
      Path dom = folder.resolve("dom.html");
      run(chromium, folder, dom, "--dump-dom", url);
      Document page = Jsoup.parse(Files.readString(dom, StandardCharsets.UTF_8));
      assertThat(page.select("aside.finding")).isNotEmpty();
      Path picture = folder.resolve("page.png");
      run(chromium, folder, folder.resolve("log"), "--window-size=1280,1600",
          "--screenshot=" + picture, url);
      assertThat(Files.size(picture)).isGreaterThan(20_000);
    }
  }

  private static void run(Path chromium, Path folder, Path out, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(chromium.toString(), "--headless",
        "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run",
        "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    // Beside its profile a browser writes crash reports and caches into the user's folders.
    List.of("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        .forEach(name -> builder.environment().put(name, folder.resolve("home").toString()));
    Process browser = builder.start();
    boolean ended = browser.waitFor(60, TimeUnit.SECONDS);
    browser.destroy();
    assertThat(ended).as("chromium ended by itself").isTrue();
  }
}
