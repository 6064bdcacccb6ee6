package dev.chesterton.web;

import static dev.chesterton.web.SamplePages.MAIL;
import static dev.chesterton.web.SamplePages.REVIEW;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.chesterton.settings.Theme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as a browser shows them, and what the one script adds. */
class BrowserTest {

  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  private static TestBrowser browser;
  private static TestServer server;

  @BeforeAll
  static void start() {
    browser = TestBrowser.open();
    OPEN.add(browser);
    server = TestServer.ofSamples();
    OPEN.addFirst(server);
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPEN) {
      open.close();
    }
  }

  private static Page at(String path) {
    return at(path, browser.page());
  }

  private static Page at(String path, Page page) {
    page.navigate(server.url() + path);
    return page;
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.id");
  }

  @Test
  void keysMoveFromAnnotationToAnnotationAndBack() {
    Page page = at(REVIEW);
    page.keyboard().press("j");
    String first = focused(page);
    assertThat(first).startsWith("a-");
    assertThat(page.url()).endsWith("#" + first);
    page.keyboard().press("j");
    String second = focused(page);
    assertThat(second).startsWith("a-").isNotEqualTo(first);
    page.keyboard().press("k");
    assertThat(focused(page)).isEqualTo(first);
    page.keyboard().press("J");
    assertThat(page.locator("section.file > h3:focus").count()).isEqualTo(1);
  }

  @Test
  void keysOpenWhatTheyName() {
    Page page = at(REVIEW);
    page.keyboard().press("t");
    page.waitForURL("**/t/");
    page.keyboard().press("n");
    String first = focused(page);
    page.keyboard().press("n");
    assertThat(focused(page)).startsWith("m-").isNotEqualTo(first);
    page.keyboard().press("p");
    assertThat(focused(page)).isEqualTo(first);
    page.keyboard().press("u");
    page.waitForURL(url -> url.endsWith(PATCH + "/"));
    page.keyboard().press("/");
    assertThat(focused(page)).isEqualTo("find");
    page.keyboard().type("jk?");
    assertThat(page.inputValue("#find")).isEqualTo("jk?");
  }

  @Test
  void theEvidenceOfAnAnnotationOpens() {
    Page page = at(REVIEW);
    page.keyboard().press("j");
    page.keyboard().press("o");
    page.waitForURL(url -> !url.contains("/review/"));
    assertThat(page.locator("h1").count()).isEqualTo(1);
  }

  @Test
  void keysTellOfThemselvesAndCanBeTurnedOff() {
    Page page = at(REVIEW);
    page.keyboard().press("?");
    assertThat(page.locator("dialog.keys").isVisible()).isTrue();
    page.locator("dialog.keys a").click();
    page.waitForURL("**/help?keys=off");
    at(REVIEW, page).keyboard().press("j");
    assertThat(focused(page)).isEmpty();
    at("help?keys=on", page);
    at(REVIEW, page).keyboard().press("j");
    assertThat(focused(page)).startsWith("a-");
  }

  @Test
  void permalinksLeadToLinesAndRanges() {
    Page page = at(REVIEW);
    String id = page.locator(".diff .del[id]").first().getAttribute("id");
    Page line = at(REVIEW + "#" + id);
    assertThat(line.locator(".del:target").getAttribute("id")).isEqualTo(id);
    assertThat((Boolean) line.evaluate("(id) => { const box = document.getElementById(id)"
        + ".getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }", id))
        .isTrue();
    Page range = at(MAIL + "#q2-q4");
    assertThat(range.locator(".ranged").count()).isEqualTo(3);
    Page thread = at(MAIL + "t/");
    String quoted = thread.locator(".quote a[href^='#m-']").first().getAttribute("href");
    thread.locator(".quote a[href^='#m-']").first().click();
    assertThat(thread.url()).endsWith(quoted);
    assertThat("#" + thread.locator(".l:target").getAttribute("id")).isEqualTo(quoted);
    assertThat((Boolean) thread.locator(".l:target")
        .evaluate("line => { const box = line.getBoundingClientRect();"
            + " return box.top >= 0 && box.top < innerHeight; }"))
        .isTrue();
  }

  @Test
  void aMarkOfTheOutlineLeadsToItsMail() {
    Page page = at(MAIL + "t/");
    List<?> place = (List<?>) page.evaluate("(() => { const box = document.querySelectorAll("
        + "'figure.shape a path')[2].getBoundingClientRect(); return [box.x, box.y]; })()");
    page.mouse().click(number(place.getFirst()), number(place.getLast()));
    page.waitForURL(url -> url.contains("#m-"));
    assertThat(page.locator(".letter:target").getAttribute("id"))
        .isEqualTo(page.locator("article.letter").nth(2).getAttribute("id"));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  @Test
  void drawingsFitANarrowWindow() {
    BrowserContext phone = browser.reader(new NewContextOptions().setViewportSize(375, 700));
    for (String path : List.of(REVIEW, MAIL + "t/",
        "review/" + SamplePages.NEWER + "/versions/")) {
      Page page = at(path, phone.newPage());
      assertThat((Boolean) page.evaluate("(() => { const box = document.querySelector('figure svg')"
          + ".getBoundingClientRect(); return box.width > 20 && box.right <= 375"
          + " && document.documentElement.scrollWidth <= 375; })()"))
          .as(path)
          .isTrue();
    }
  }

  @Test
  void drawingsFollowTheColorsOfThePage() {
    String color = "getComputedStyle(document.querySelector('.life path.full')).fill";
    String light = (String) at(REVIEW).evaluate(color);
    BrowserContext dark = browser
        .reader(new NewContextOptions().setColorScheme(ColorScheme.DARK));
    assertThat(at(REVIEW, dark.newPage()).evaluate(color)).isNotEqualTo(light);
  }

  @Test
  void withoutScriptNothingIsLost() {
    BrowserContext plain = browser.reader(new NewContextOptions().setJavaScriptEnabled(false));
    for (String path : List.of(REVIEW, MAIL + "t/")) {
      Page page = at(path, plain.newPage());
      assertThat(page.locator("main").textContent())
          .isEqualTo(at(path).locator("main").textContent());
      int folds = page.locator("details").count();
      if (folds > 0) {
        page.locator("summary").first().click();
        assertThat(page.locator("details[open]").count()).isEqualTo(1);
      }
    }
  }

  @Test
  void colorsFollowTheSystemOrTheReader() {
    String ground = "getComputedStyle(document.body).backgroundColor";
    String light = (String) at("flagged/").evaluate(ground);
    BrowserContext dark = browser
        .reader(new NewContextOptions().setColorScheme(ColorScheme.DARK));
    Page page = at("flagged/", dark.newPage());
    String night = (String) page.evaluate(ground);
    assertThat(night).isNotEqualTo(light);
    at("help?theme=light", page);
    assertThat(at(REVIEW, page).evaluate(ground)).isEqualTo(light);
    Page chosen = at("flagged/?theme=dark");
    assertThat(at(REVIEW, chosen).evaluate(ground)).isEqualTo(night);
    at("help?theme=auto", chosen);
    assertThat(at(REVIEW, chosen).evaluate(ground)).isEqualTo(light);
    at("help?theme=%3Cscript%3E", chosen);
    assertThat(at(REVIEW, chosen).evaluate(ground)).isEqualTo(light);
  }

  @Test
  void theOperatorChoosesForThoseWhoDoNot() {
    String ground = "getComputedStyle(document.body).backgroundColor";
    String light = (String) at("help").evaluate(ground);
    try (TestServer dark = TestServer.ofSamples(Theme.DARK)) {
      Page page = browser.page();
      page.navigate(dark.url() + "help");
      assertThat(page.evaluate(ground)).isNotEqualTo(light);
      page.navigate(dark.url() + "help?theme=light");
      page.navigate(dark.url() + "help");
      assertThat(page.evaluate(ground)).isEqualTo(light);
    }
  }

  /** b4 links a series by what stands behind the {@code #}; a cover letter leads to the first patch. */
  @Test
  void theLinkOfB4LeadsToTheReview() {
    Page page = at("#/patchset/" + PATCH.replace("@", "%40") + "?part=1");
    page.waitForURL("**/review/**");
    assertThat(page.locator("aside.finding").count()).isPositive();
    Page cover = at("#/patchset/20240506-cairn-groups-v1-0-5d1c0f2ab934@example.org");
    cover.waitForURL("**/review/20240506-cairn-groups-v1-1-*/");
    assertThat(at("#/patchset/%zz").url()).contains("/flagged/");
  }

  @Test
  void aPrintedReviewHasItsAnnotationsBelowTheLines() {
    Page page = at(REVIEW);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("header.site").isVisible()).isFalse();
    assertThat((Boolean) page.evaluate("(() => { const note = document.querySelector("
        + "'.wide > aside.finding'); const line = note.previousElementSibling.lastElementChild;"
        + " return note.getBoundingClientRect().top >= line.getBoundingClientRect().bottom - 1"
        + " && getComputedStyle(note).position === 'static'; })()")).isTrue();
  }

  @Test
  void thereIsAWayPastTheHeadAndFocusIsSeen() {
    Page page = at("flagged/");
    page.keyboard().press("Tab");
    assertThat(page.locator("a.skip:focus").count()).isEqualTo(1);
    assertThat((Boolean) page.evaluate("(() => { const box = document.activeElement"
        + ".getBoundingClientRect(); return box.left >= 0 && box.width > 0; })()")).isTrue();
    page.keyboard().press("Tab");
    assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }
}
