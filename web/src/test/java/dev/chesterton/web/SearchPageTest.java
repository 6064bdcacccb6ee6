package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the search page says beside the titles of what was found. */
class SearchPageTest {

  private static final String MAILBOX = """
      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: Ada Moss <ada@example.org>
      Subject: [PATCH] cairnfs: drop the old path
      Date: Mon, 10 Jun 2024 09:45:17 +0000
      Message-ID: <drop@example.org>

      The fixup worker is never reached since
      the page
      cleaner calls it. %s needle at the end %s

      Signed-off-by: Ada Moss <ada@example.org>
      ---
      diff --git a/a.c b/a.c
      --- a/a.c
      +++ b/a.c
      @@ -1,2 +1,1 @@
      -	queue_stones(x);
       	return 0;

      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: Bo Lind <bo@example.com>
      Subject: Re: [PATCH] cairnfs: drop the old path
      Date: Tue, 11 Feb 2025 10:45:17 +0000
      Message-ID: <answer@example.com>
      In-Reply-To: <drop@example.org>

      > The fixup worker is never reached since
      Is the worker \u202e <b>gone</b> then?

      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: Bo Lind <bo@example.net>
      Subject: hello
      Date: Wed, 12 Feb 2025 10:45:17 +0000
      Message-ID: <hello@example.net>

      Only gone for lunch.
      """.formatted("x".repeat(300), "y".repeat(300));

  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir
  private static Path folder = Path.of("");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.of(MAILBOX, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Element page(String query) {
    return server.get("/search?q=" + query).html().body();
  }

  private static JsonNode json(String query) {
    return MAPPER.readTree(server.get("/search.json?q=" + query).body());
  }

  @Test
  void aHitShowsTheLinesThatHaveTheWordsAndLeadsThere() {
    Element page = page("fixup+worker+f:ada");
    Element line = page.select(".found").getFirst();
    assertThat(line.select("mark").eachText()).containsExactly("fixup", "worker");
    String[] address = line.select("a").attr("href").split("#", 2);
    assertThat(server.get(address[0]).html().select("#" + address[1]).text())
        .contains("The fixup worker is never reached");
  }

  @Test
  void ownWordsGoBeforeQuotedOnesWhereBothHaveTheSame() {
    assertThat(page("worker+f:bo").select(".found a").eachText()).containsExactly("line 1",
        "line 2");
    assertThat(page("fixup+f:bo").select(".found mark").eachText()).containsExactly("fixup");
  }

  @Test
  void aPhraseGoesOnInTheNextLine() {
    assertThat(page("\"page+cleaner\"".replace("\"", "%22")).select(".found mark").eachText())
        .containsExactly("page", "cleaner");
  }

  @Test
  void aLongLineIsCutAroundTheMatch() {
    String line = page("needle").select(".found .line").text();
    assertThat(line).startsWith("...x")
        .endsWith("y...")
        .contains(" needle at the end ")
        .hasSizeLessThan(Snippet.LONGEST + 10);
  }

  @Test
  void onlyTheLinesOfAPartAreShownForIt() {
    assertThat(page("dfa:queue_stones").select(".found .line").eachText())
        .containsExactly("- queue_stones(x);");
    assertThat(page("dfb:queue_stones").select(".hits")).isEmpty();
    assertThat(page("s:cairnfs").select(".hits > li")).hasSize(2);
    assertThat(page("s:cairnfs").select(".found")).isEmpty();
    assertThat(page("s:cairnfs+-needle").select("mark")).isEmpty();
  }

  @Test
  void textOfStrangersStaysText() {
    Element line = page("gone+then").select(".found").getFirst();
    assertThat(line.select("b")).isEmpty();
    assertThat(line.select("span.mark").eachText()).containsExactly("U+202E");
    assertThat(line.text()).contains("<b>gone</b> then?");
    assertThat(line.select("mark").eachText()).containsExactly("gone", "then");
  }

  @Test
  void theJsonHasTheSameLines() {
    List<String> lines = new ArrayList<>();
    for (JsonNode hit : json("fixup+OR+return").get("hits")) {
      hit.get("snippet")
          .forEach(line -> lines.add("line " + line.get("line").asInt() + ": "
              + line.get("text").asString().strip()));
    }
    assertThat(lines).isNotEmpty();
    assertThat(page("fixup+OR+return").select(".found").eachText()).isEqualTo(lines);
  }

  @Test
  void partsAreCountedAndLeadToASearchForThemAlone() {
    Element page = page("worker");
    assertThat(page.select("nav dt").eachText()).containsExactly("list", "year", "author", "kind",
        "file");
    assertThat(page.select("nav .share").eachText()).containsExactly("odd 2", "2025 1", "2024 1",
        "Ada Moss 1", "Bo Lind 1", "patch 1", "reply 1", "a.c 1");
    assertThat(page.text()).contains("Counted: all that was found.");
    assertThat(page.select("nav .share a")).hasSize(7);
    for (Element part : page.select("nav .share a")) {
      assertThat(server.get(part.attr("href")).html().select(".hits > li")).as(part.text())
          .hasSize(1);
    }
  }

  @Test
  void addressesTellApartThoseOfOneName() {
    assertThat(page("gone").select("nav dd:has(a[href*=f%3A]) .share").eachText())
        .containsExactly("Bo Lind <bo@example.com> 1", "Bo Lind <bo@example.net> 1");
  }

  @Test
  void narrowingHoldsForEachAlternative() {
    String alone = page("then+OR+needle").select("nav .share a[href*=2025]").attr("href");
    assertThat(server.get(alone).html().select(".hit a").eachText())
        .containsExactly("Re: [PATCH] cairnfs: drop the old path");
  }

  @Test
  void theJsonHasTheSamePartsAndTheSameCommand() {
    JsonNode json = json("worker+f:ada");
    List<String> parts = new ArrayList<>();
    json.get("facets")
        .forEach(facet -> facet.get("values")
            .forEach(value -> parts.add(value.get("label").asString() + " "
                + value.get("count").asInt())));
    Element page = page("worker+f:ada");
    assertThat(page.select("nav .share").eachText()).isEqualTo(parts);
    assertThat(json.get("counted").asInt()).isEqualTo(1);
    assertThat(json.get("lei").asString()).isEqualTo("worker f:ada");
    assertThat(page.select("pre.run").text()).endsWith(" 'worker f:ada'");
    assertThat(page("worker+l:odd").select("pre.run")).isEmpty();
    assertThat(json("worker+l:odd").get("lei").isNull()).isTrue();
  }

  @Test
  void helpIsFoldedBesideResultsAndOpenWithoutThem() {
    assertThat(page("worker").select("details[open]")).isEmpty();
    assertThat(page("worker").select("details code").eachText()).contains("kind:patch");
    assertThat(page("").select("details[open]")).hasSize(1);
    Answer wrong = server.get("/search?q=fix+kind:x");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("at character 5");
    assertThat(wrong.html().select("details[open]")).hasSize(1);
  }

  @Test
  void nothingFoundIsSaid() {
    Element page = page("nobodywritesthis");
    assertThat(page.text()).contains("Nothing matches.");
    assertThat(page.select(".hits")).isEmpty();
    assertThat(json("nobodywritesthis").get("hits")).isEmpty();
  }
}
