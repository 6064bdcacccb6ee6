package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody can read every page: as axe-core has it, at any width, at twice the size, and who may write as well. */
class AccessibilityTest {

  private static final List<AutoCloseable> OPEN = new ArrayList<>();

  @TempDir
  private static Path folder = Path.of("");
  private static TestBrowser browser;
  private static TestServer server;

  @BeforeAll
  static void start() {
    browser = TestBrowser.open();
    OPEN.add(browser);
    server = TestServer.ofSamplesForWriters(folder);
    OPEN.addFirst(server);
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPEN) {
      open.close();
    }
  }

  private static List<String> everyPage() {
    return Stream.concat(SamplePages.of(server).stream(), SamplePages.ERRORS.stream()).toList();
  }

  private static Page at(String path, Page page) {
    page.navigate(server.url() + path);
    return page;
  }

  /** Colours are all that differs by night. */
  @ParameterizedTest
  @CsvSource({"LIGHT, {}", "DARK, {runOnly: ['color-contrast']}"})
  void axeFindsNothing(ColorScheme colors, String rules) {
    NewContextOptions options = new NewContextOptions().setColorScheme(colors).setBypassCSP(true);
    List<String> found = new ArrayList<>();
    try (BrowserContext reader = browser.reader(options)) {
      Page page = reader.newPage();
      everyPage().forEach(path -> found.addAll(violations(at(path, page), rules)));
    }
    try (BrowserContext writer = browser.reader(options)) {
      Page page = Writing.signIn(writer.newPage(), server, folder, "Ann " + colors);
      page.locator("#note-text").fill("**seen** by [axe](https://example.org/)");
      page.locator("form:has(#note-text) button").click();
      page.locator("details.say summary").first().click();
      String note = page.locator(".note .byline a[href^='/note/']").last().getAttribute("href");
      found.addAll(violations(page, rules));
      found.addAll(violations(at(note.substring(1), page), rules));
      found.addAll(violations(at("sign-in", page), rules));
    }
    assertThat(found).isEmpty();
  }

  private static List<String> violations(Page page, String rules) {
    page.evaluate(TestBrowser.axe());
    Object violations = page.evaluate("async () => (await axe.run(" + rules + ")).violations.map("
        + "one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html + ' '"
        + " + node.failureSummary).join(' | '))");
    return ((List<?>) violations).stream().map(one -> page.url() + " " + one).toList();
  }

  /** 1,280 pixels at 200 % are 640; a telephone has 375. Nothing but a diff or a table scrolls sideways there. */
  @Test
  void nothingIsWiderThanTheWindow() {
    try (BrowserContext reader = browser.reader(new NewContextOptions())) {
      Page page = reader.newPage();
      everyPage().forEach(path -> assertFits(at(path, page)));
      Writing.signIn(page, server, folder, "Ann").locator("details.say summary").first().click();
      assertFits(page);
    }
  }

  private static void assertFits(Page page) {
    for (int width : List.of(375, 640, 768, 1280)) {
      page.setViewportSize(width, 512);
      assertThat((Boolean) page.evaluate(
          "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .as("%s at %d pixels", page.url(), width)
          .isTrue();
    }
  }

  @Test
  void errorsHaveTheirStatusAndAWayOut() {
    try (BrowserContext reader = browser.reader(new NewContextOptions())) {
      for (String path : SamplePages.ERRORS) {
        Page page = reader.newPage();
        int status = page.navigate(server.url() + path).status();
        assertThat(status).as(path).isIn(400, 404, 405);
        assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
        assertThat(page.locator("main a[href='/search'], main form, main table").count()).as(path)
            .isPositive();
        page.close();
      }
    }
  }
}
