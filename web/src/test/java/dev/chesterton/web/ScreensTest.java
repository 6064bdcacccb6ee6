package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Takes the pictures of {@code docs/screens} from the samples. They go to {@code target/screens}, or to the folder that
 * {@code -Dchesterton.screens} names; a relative one counts from the root of the checkout. Letters look different on other
 * machines, so pictures are not compared point by point.
 */
class ScreensTest {

  private static final Path ROOT = TestServer.samples().resolveSibling("");
  private static final Path KEPT = ROOT.resolve("docs/screens");
  private static final int WIDTH = 1_280;

  /** Bytes of a picture in the documents. */
  private static final long LONGEST = 150_000;

  private static final int BANDS = 4;
  private static final double LEAST_INK = 0.005;
  private static final double MOST_INK = 0.6;

  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  private static TestBrowser browser;
  private static TestServer server;

  /** A page, as high as it is worth looking at. */
  enum Screen {
    FLAGGED("flagged/", 500, ".flagged tbody tr"), REVIEW(
        "review/" + PATCH + "/", 800, "figure.life"),
    THREAD(LIST + "/" + PATCH + "/t/", 800, "figure.shape"), COMMIT("", 1_180, "#repaired");

    private final String path;
    private final int height;
    private final String seen;

    Screen(String path, int height, String seen) {
      this.path = path;
      this.height = height;
      this.seen = seen;
    }

    String file() {
      return name().toLowerCase(Locale.ROOT) + ".png";
    }
  }

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

  @ParameterizedTest
  @EnumSource(Screen.class)
  void thePictureShowsThePageAndTheDocumentsHaveOneOfItsSize(Screen screen) throws IOException {
    Page page = browser
        .reader(new NewContextOptions().setViewportSize(WIDTH, screen.height)
            .setColorScheme(ColorScheme.LIGHT))
        .newPage();
    page.navigate(server.url() + (screen.path.isEmpty() ? commit() : screen.path));
    assertThat(isInWindow(page, screen.seen)).as(screen.seen).isTrue();
    IndexedPng picture = IndexedPng.of(page.screenshot());
    assertThat(List.of(picture.width(), picture.height())).containsExactly(WIDTH, screen.height);
    for (int band = 0; band < BANDS; band++) {
      assertThat(picture.ink(screen.height * band / BANDS, screen.height * (band + 1) / BANDS))
          .as("band %d of %s", band, screen)
          .isBetween(LEAST_INK, MOST_INK);
    }
    picture.write(folder().resolve(screen.file()));
    Path kept = KEPT.resolve(screen.file());
    assertThat(Files.size(kept)).isLessThan(LONGEST);
    IndexedPng before = IndexedPng.of(Files.readAllBytes(kept));
    assertThat(List.of(before.width(), before.height())).containsExactly(WIDTH, screen.height);
  }

  private static boolean isInWindow(Page page, String selector) {
    return (Boolean) page.evaluate("selector => { const box = document.querySelector(selector)"
        + ".getBoundingClientRect(); return box.top >= 0 && box.height > 0"
        + " && box.bottom <= innerHeight; }", selector);
  }

  /** The fix whose lines the patch takes away: the first commit that its life on the review page leads to and that was repaired. */
  private static String commit() {
    return server.get("/review/" + PATCH + "/")
        .html()
        .select("figure.life div:nth-child(2) .dates a[href^=/commit/]")
        .attr("href")
        .substring(1);
  }

  private static Path folder() {
    String named = System.getProperty("chesterton.screens", "");
    return named.isEmpty() ? Path.of("target/screens") : ROOT.resolve(named);
  }
}
