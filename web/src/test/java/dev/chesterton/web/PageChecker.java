package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds for every page any test asks for: nothing in it can act, and everybody can read it. */
final class PageChecker {

  private static final List<String> ACTIVE = List.of("script", "iframe", "object", "embed", "base",
      "math", "style", "applet", "frame", "template", "img", "video", "audio", "portal");
  private static final List<String> ADDRESSES = List.of("href", "src", "action", "formaction",
      "poster", "data", "cite", "background", "srcset", "ping", "xlink:href");
  /** Drawings are shapes, words and links: nothing that moves, loads, repeats other parts or holds HTML. */
  private static final Set<String> DRAWN = Set.of("svg", "g", "a", "path", "line", "rect", "circle",
      "text", "title", "desc");
  private static final Set<String> DRAWN_ATTRIBUTES = Set.of("aria-hidden", "aria-label", "role",
      "class", "width", "height", "viewbox", "preserveaspectratio", "x", "y", "x1", "x2", "y1",
      "y2", "cx", "cy", "r", "d", "href", "tabindex");
  private static final String OUR_DRAWINGS = "figure.life, figure.chain, figure.shape";
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private final TestServer server;
  private final Set<String> answered = new HashSet<>();

  PageChecker(TestServer server) {
    this.server = server;
  }

  void check(Answer answer) {
    headers(answer);
    if (answer.isHtml() && answer.status() != 302) {
      Document page = answer.html();
      page.getAllElements().forEach(element -> element(element, answer.path()));
      structure(page, answer.path());
      assertThat(answer.body().chars().filter(unit -> unit < ' ' && unit != '\n' && unit != '\t'))
          .as("control characters in " + answer.path())
          .isEmpty();
      links(page, answer.path());
    }
  }

  static void headers(Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).as(answer.path()).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).as(answer.path()).isEqualTo("no-referrer");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).as(answer.path())
        .isEqualTo("same-origin");
    assertThat(answer.response().headers().allValues("Content-Security-Policy")).as(answer.path())
        .hasSize(1)
        .allMatch(policy -> policy.startsWith("default-src 'none'; ")
            && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
    if (answer.isHtml()) {
      assertThat(answer.header("Content-Security-Policy")).as(answer.path())
          .isEqualTo("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
              + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }
  }

  static void element(Element element, String path) {
    if (!isOurScript(element)) {
      assertThat(element.normalName()).as(path).isNotIn(ACTIVE);
    }
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      assertThat(name).as("%s in %s", element.tagName(), path)
          .doesNotStartWith("on")
          .isNotEqualTo("style")
          .isNotEqualTo("http-equiv");
      if (ADDRESSES.contains(name)) {
        address(element, attribute.getValue(), path);
      }
    }
    if (element.closest("svg") != null) {
      drawing(element, path);
    }
  }

  /** A drawing says nothing by itself, or has a name; its links are those of the words beside it. */
  private static void drawing(Element element, String path) {
    assertThat(DRAWN).as("drawing in " + path).contains(element.normalName());
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      assertThat(DRAWN_ATTRIBUTES).as("%s of a drawing in %s", element.tagName(), path)
          .contains(name);
      assertThat(attribute.getValue()).as("%s of a drawing in %s", name, path)
          .doesNotContainIgnoringCase("url(");
      if (name.equals("href")) {
        assertThat(element.normalName()).as("address of a drawing in " + path).isEqualTo("a");
        assertThat(attribute.getValue()).as("address of a drawing in " + path)
            .matches("(?s)(#|/[^/]).*");
      }
    }
    if (element.normalName().equals("svg") && !element.parents().is("svg")) {
      assertThat(element.parents().select(OUR_DRAWINGS)).as("place of a drawing in " + path)
          .isNotEmpty();
      boolean hidden = element.attr("aria-hidden").equals("true");
      boolean named = element.attr("role").equals("img") && !element.attr("aria-label").isBlank();
      assertThat(hidden || named).as("drawing in %s: hidden or named", path).isTrue();
      assertThat(element.select("a")).as("links of a drawing in " + path)
          .allMatch(link -> hidden && link.attr("tabindex").equals("-1"));
    }
  }

  /** The one script there is, from our own path and with nothing in it. */
  private static boolean isOurScript(Element element) {
    return element.normalName().equals("script")
        && element.attr("src").equals("/chesterton.js") && element.html().isEmpty()
        && element.attributesSize() == 2 && element.hasAttr("defer");
  }

  private static void address(Element element, String value, String path) {
    assertThat(value).as("address in " + path).doesNotContainAnyWhitespaces();
    boolean ours = value.startsWith("/") && !value.startsWith("//") || value.startsWith("#");
    if (ours) {
      return;
    }
    assertThat(element.normalName()).as("foreign address in " + path).isEqualTo("a");
    String scheme = URI.create(value).getScheme();
    assertThat(SCHEMES).as(value + " in " + path).contains(scheme);
  }

  private static void structure(Document page, String path) {
    assertThat(page.select("h1")).as("h1 of " + path).hasSize(1);
    assertThat(page.select("script").size()).as("scripts of " + path).isLessThanOrEqualTo(1);
    assertThat(page.select("main")).as("main of " + path).hasSize(1);
    assertThat(page.title()).as("title of " + path).isNotBlank();
    assertThat(page.select("html").attr("lang")).as(path).isEqualTo("en");
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).as("ids of " + path).doesNotHaveDuplicates();
    page.select("table")
        .forEach(table -> assertThat(table.select("th[scope]")).as(path).isNotEmpty());
    page.select("input:not([type=hidden]), select, textarea")
        .forEach(input -> assertThat(page.select("label[for=" + input.id() + "]")).as(path)
            .hasSize(1));
    for (Element labelled : page.select("[aria-labelledby]")) {
      assertThat(ids).as(path).contains(labelled.attr("aria-labelledby"));
    }
  }

  /** Every link to a place of the same page finds it; every link to another page of ours is answered, once. */
  private void links(Document page, String path) {
    Set<String> ids = new HashSet<>(page.select("[id]").eachAttr("id"));
    boolean cut = !page.select("p.cut").isEmpty();
    for (String link : page.select("a[href]")
        .stream()
        .map(anchor -> anchor.attr("href"))
        .collect(Collectors.toCollection(java.util.TreeSet::new))) {
      if (link.startsWith("#") && !cut) {
        assertThat(ids).as("place in " + path).contains(link.substring(1));
      } else if (link.startsWith("/") && answered.add(withoutFragment(link))) {
        int status = server.ask("GET", withoutFragment(link)).status();
        // A mail or commit somebody names need not be here; then its page says what to try.
        boolean mayBeMissing = link.startsWith("/r/") || link.startsWith("/commit/");
        assertThat(status == 200 || status == 302 || status == 404 && mayBeMissing)
            .as("%d for %s in %s", status, link, path)
            .isTrue();
      }
    }
  }

  private static String withoutFragment(String link) {
    int hash = link.indexOf('#');
    return hash < 0 ? link : link.substring(0, hash);
  }
}
