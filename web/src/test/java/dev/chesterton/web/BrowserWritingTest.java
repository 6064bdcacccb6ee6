package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and answers as a reader writes them, with and without the script. */
class BrowserWritingTest {

  /** The same finding in two versions of one series. */
  private static final String FIRST = "review/20240903-room-1@example.org/";
  private static final String SECOND = "review/20240905-room-2@example.org/";

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

  private static BrowserContext reader(boolean script) {
    return browser.reader(new NewContextOptions().setJavaScriptEnabled(script));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNoteAppearsStaysAndCanBeEdited(boolean script) {
    try (BrowserContext writer = reader(script); BrowserContext other = reader(script)) {
      Page page = Writing.signIn(writer.newPage(), server, folder, "Ann");
      page.locator("#note-text").fill("look **closer** here");
      page.locator("form:has(#note-text) button").click();
      page.waitForURL(url -> url.contains("#n-"));
      String place = page.url().substring(page.url().indexOf('#'));
      Locator note = page.locator(place);
      assertThat(note.locator("strong").textContent()).isEqualTo("closer");
      assertThat(note.locator("cite").first().textContent()).isEqualTo("Ann");

      page.reload();
      assertThat(page.locator(place + " strong").isVisible()).isTrue();
      Page elsewhere = other.newPage();
      elsewhere.navigate(server.url() + SamplePages.REVIEW);
      assertThat(elsewhere.locator(place + " strong").isVisible()).isTrue();
      assertThat(elsewhere.locator("form[method=post]").count()).isZero();

      page.locator(place + " a[href^='/note/']").click();
      page.locator("textarea#text").fill("looked, _nothing_ there");
      page.locator("form:has(#text) button").click();
      page.waitForURL("**/note/**");
      assertThat(page.locator("section.note em").textContent()).isEqualTo("nothing");
      elsewhere.reload();
      assertThat(elsewhere.locator(place).textContent()).contains("nothing", "edited");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAnswerStandsBesideItsFindingAndFollowsIntoTheNextVersion(boolean script) {
    String reason = "the ! binds first" + (script ? "" : ", said again");
    try (BrowserContext writer = reader(script); BrowserContext other = reader(script)) {
      Page page = Writing.signIn(writer.newPage(), server.url() + FIRST, folder,
          script ? "Ann" : "Ben");
      Locator finding = page.locator("aside.finding").first();
      finding.locator("details.say summary").click();
      finding.locator("select").selectOption("justified");
      finding.locator("input[name=reason]").fill(reason);
      finding.locator("form[action='/answers'] button").click();
      page.waitForURL(url -> url.contains("#a-"));

      String place = page.url().substring(page.url().indexOf('#'));
      page.reload();
      assertThat(page.locator("aside.finding.answered" + place + " p.answer").allTextContents())
          .anyMatch(answer -> answer.contains("justified") && answer.contains(reason));

      Page next = other.newPage();
      next.navigate(server.url() + FIRST);
      next.locator(".forms a[href$='/versions/']").click();
      next.locator("a[href*='20240905-room-2']").first().click();
      next.locator("a[href='/" + SECOND + "']").first().click();
      assertThat(next.locator("aside.finding.answered p.answer").allTextContents())
          .anyMatch(answer -> answer.contains(reason) && answer.contains("given on v1"));
    }
  }

  @Test
  void aKeyIsALetterWhereSomebodyWrites() {
    try (BrowserContext writer = reader(true)) {
      Page page = Writing.signIn(writer.newPage(), server, folder, "Ann");
      page.locator("#note-text").focus();
      page.keyboard().type("just ok?/");
      assertThat(page.locator("#note-text").inputValue()).isEqualTo("just ok?/");
      assertThat(page.url()).endsWith("#notes");
    }
  }

  @Test
  void whoDoesNotKnowTheTokenIsToldAndWhoSignsOutIsOut() {
    try (BrowserContext reader = reader(true)) {
      Page page = reader.newPage();
      page.navigate(server.url() + "sign-in");
      page.locator("#author").fill("Eve");
      page.locator("#token").fill("not the token of this server");
      page.locator("main form button").click();
      assertThat(page.locator("main").textContent()).contains("this is not the token");
      page.locator("main a[href^='/sign-in']").first().click();
      assertThat(page.locator("#token").inputValue()).isEmpty();

      Writing.signIn(page, server, folder, "Eve");
      page.locator("#notes ~ p a[href^='/sign-in']").click();
      page.locator("form[action='/sign-out'] button").click();
      page.waitForURL(url -> url.endsWith("#notes"));
      assertThat(page.locator("form[method=post]").count()).isZero();
    }
  }

  @Test
  void aDismissedPatchSaysSoAndCanBeOpenedAgain() {
    try (BrowserContext writer = reader(false)) {
      Page page = Writing.signIn(writer.newPage(), server, folder, "Ann");
      page.locator("#state-why").fill("the list said so");
      page.locator("form[action='/states'] button").click();
      assertThat(page.locator("#notes ~ p").allTextContents())
          .anyMatch(line -> line.contains("dismissed") && line.contains("the list said so"));
      page.navigate(server.url() + "flagged/");
      assertThat(page.locator("table.flagged tbody tr").last().textContent())
          .contains("dismissed", "the list said so");
      page.navigate(server.url() + SamplePages.REVIEW);
      page.locator("#state-why").fill("it did not");
      page.locator("form[action='/states'] button").click();
      assertThat(page.locator("#notes ~ p strong").allTextContents()).doesNotContain("dismissed");
    }
  }
}
