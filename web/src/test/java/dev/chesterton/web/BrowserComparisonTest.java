package dev.chesterton.web;

import static dev.chesterton.web.SamplePages.COMMENTS;
import static dev.chesterton.web.SamplePages.COMPARED;
import static dev.chesterton.web.SamplePages.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two versions side by side, and the comments on one, in a browser. */
class BrowserComparisonTest {

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
    Page page = browser.page();
    page.navigate(server.url() + path);
    return page;
  }

  private static String focused(Page page) {
    return (String) page.evaluate("document.activeElement.id");
  }

  private static boolean isSeen(Page page, String id) {
    return (Boolean) page.evaluate("(id) => { const box = document.getElementById(id)"
        + ".getBoundingClientRect(); return box.height > 0 && box.top >= 0"
        + " && box.top < innerHeight; }", id);
  }

  @Test
  void aLineOfTheComparisonHasAnAddressOfItsOwn() {
    Page page = at(COMPARED);
    String id = page.locator(".range .add[id]").last().getAttribute("id");
    page.locator("#" + id + " a.n").click();
    assertThat(page.url()).endsWith("#" + id);
    Page later = at(COMPARED + "#" + id);
    assertThat(later.locator(".l:target").getAttribute("id")).isEqualTo(id);
    assertThat(isSeen(later, id)).isTrue();
  }

  @Test
  void aRangeOfLinesIsMarked() {
    Page page = at(COMPARED);
    String id = page.locator(".range .l[id$='-q3']").first().getAttribute("id");
    Page range = at(COMPARED + "#" + id + "-q5");
    assertThat(range.locator(".ranged").count()).isEqualTo(3);
    assertThat(range.locator(".ranged").first().getAttribute("id")).isEqualTo(id);
    assertThat(isSeen(range, id)).isTrue();
  }

  @Test
  void whatDiffersFoldsAndAnAddressUnfoldsIt() {
    Page page = at(COMPARED);
    int open = page.locator("details.range[open]").count();
    assertThat(open).isPositive();
    String id = page.locator("details.range .l[id]").nth(1).getAttribute("id");
    page.locator("details.range summary").first().click();
    assertThat(page.locator("details.range[open]").count()).isEqualTo(open - 1);
    page.evaluate("(id) => { location.hash = id + '-q3'; }", id);
    page.locator("#" + id + ".ranged").waitFor();
    assertThat(page.locator("details.range[open]").count()).isEqualTo(open);
  }

  @Test
  void keysMoveFromPatchToPatchAndFromCommentToComment() {
    Page page = at(COMPARED);
    page.keyboard().press("J");
    String first = focused(page);
    assertThat(first).startsWith("p-");
    page.keyboard().press("J");
    assertThat(focused(page)).startsWith("p-").isNotEqualTo(first);
    page.keyboard().press("K");
    assertThat(focused(page)).isEqualTo(first);
    page.keyboard().press("u");
    page.waitForURL("**/versions/");

    Page comments = at(COMMENTS);
    comments.keyboard().press("j");
    String comment = focused(comments);
    assertThat(comment).startsWith("a-");
    assertThat(comments.url()).endsWith("#" + comment);
    comments.keyboard().press("o");
    comments.waitForURL(url -> url.contains("#q"));
    assertThat(comments.locator(".l:target").count()).isEqualTo(1);
  }

  @Test
  void withoutScriptNothingIsLost() {
    try (BrowserContext plain = browser
        .reader(new NewContextOptions().setJavaScriptEnabled(false))) {
      for (String path : List.of(COMPARED, COMMENTS, VERSIONS)) {
        Page page = plain.newPage();
        page.navigate(server.url() + path);
        assertThat(page.locator("main").textContent())
            .isEqualTo(at(path).locator("main").textContent());
      }
      Page page = plain.newPage();
      page.navigate(server.url() + COMPARED);
      page.locator("details.range summary").first().click();
      assertThat(page.locator("details.range .l").first().isVisible()).isFalse();
      page.locator("details.range summary").first().click();
      assertThat(page.locator("details.range .l").first().isVisible()).isTrue();
    }
  }

  /** What differs may be wide; it scrolls by itself, and its numbers and the page stay. */
  @Test
  void onANarrowWindowOnlyTheComparisonScrollsSideways() {
    try (BrowserContext narrow = browser
        .reader(new NewContextOptions().setViewportSize(375, 812))) {
      Page page = narrow.newPage();
      page.navigate(server.url() + COMPARED);
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 375")).isTrue();
      assertThat((Boolean) page.evaluate("Array.from(document.querySelectorAll('.range .scroll'))"
          + ".every(box => box.getBoundingClientRect().right <= 375)")).isTrue();
    }
  }

  @Test
  void openCommentsComeFirst() {
    Page page = at(COMMENTS);
    assertThat(page.locator("ul.comments > li > p:first-child > strong").allTextContents())
        .containsExactly("nothing happened", "answered");
    assertThat(page.locator("main").textContent())
        .contains("2 comments on lines of v1: 1 open, 1 answered.", "no later version is here");
  }
}
