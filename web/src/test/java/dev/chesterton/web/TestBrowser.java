package dev.chesterton.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An installed chromium; where there is none, the test that asks for it is skipped and says so. */
final class TestBrowser implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private TestBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static TestBrowser open() {
    Optional<Path> chromium = onPath("chromium");
    Assumptions.assumeTrue(chromium.isPresent(), "skipped: no chromium on PATH");
    try {
      Playwright playwright = Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new TestBrowser(playwright, playwright.chromium()
          .launch(new LaunchOptions().setExecutablePath(chromium.orElseThrow())
              .setArgs(List.of("--no-sandbox", "--disable-gpu"))));
    } catch (PlaywrightException e) {
      Assumptions.abort("skipped: chromium does not start: " + e.getMessage());
      throw e;
    }
  }

  /** The program itself, links followed, where PATH has it. */
  static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A reader of his own: no cookie of another test. */
  BrowserContext reader(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  Page page() {
    return reader(new Browser.NewContextOptions()).newPage();
  }

  /** The source of axe-core. */
  static String axe() {
    try (InputStream file = TestBrowser.class.getResourceAsStream("/axe.min.js")) {
      if (file == null) {
        throw new IllegalStateException("no axe.min.js on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
