package dev.chesterton.web;

import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of the tree of the samples, and of a store without one. */
class FilePageTest {

  private static final String FILE = "/file/fs/cairnfs/writepage.c";

  private static TestServer server = TestServer.ofSamples();

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode json(String path) {
    Answer answer = server.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return new JsonMapper().readTree(answer.body());
  }

  @Test
  void theFileHasItsSizeAndWhatChangedIt() {
    Document page = server.get(FILE).html();
    assertThat(page.select("h1").text()).isEqualTo("fs/cairnfs/writepage.c");
    assertThat(page.select("form input[name=line]")).hasSize(1);
    assertThat(page.select("#changes ~ ul a").eachAttr("href")).contains(
        "/review/" + PATCH + "/");
    assertThat(json(FILE + ".json").get("count").asLong()).isGreaterThan(5);
  }

  @Test
  void aLineHasItsNeighboursAndWhoPutItThere() {
    int line = lineOf("cairnfs_writepage_fixup_worker");
    Document page = server.get(FILE + "?line=" + line).html();
    assertThat(page.select("pre .here").eachText()).singleElement()
        .asString()
        .contains("cairnfs_writepage_fixup_worker");
    JsonNode tree = json(FILE + ".json?line=" + line).get("trees").get(0);
    String blame = tree.get("blame").asString();
    assertThat(page.select("p:contains(By git blame) a").attr("href"))
        .isEqualTo("/commit/" + blame);
    assertThat(server.get("/commit/" + blame).status()).isEqualTo(200);
    List<String> added = tree.get("added_by")
        .valueStream()
        .map(change -> change.get("type").asString().equals("commit") ? change.get("id")
            : change.get("message_id"))
        .map(JsonNode::asString)
        .toList();
    assertThat(added).contains(blame);
    assertThat(page.select("h3:contains(add such a line) + ul li")).hasSameSizeAs(added);
  }

  @Test
  void theNumberOfALineLeadsToThatLine() {
    Document page = server.get(FILE + "?line=20").html();
    Element other = page.select("pre .l:not(.here) a.n").getLast();
    Document next = server.get(other.attr("href")).html();
    assertThat(next.select("pre .here a.n").text()).isEqualTo(other.text());
  }

  /** The first line of the file at the head of the tree that holds a word, 1-based. */
  private static int lineOf(String word) {
    int size = json(FILE + ".json").get("trees").get(0).get("size").asInt();
    for (int at = 1; at <= size; at += 10) {
      JsonNode tree = json(FILE + ".json?line=" + at).get("trees").get(0);
      for (int i = 0; i < tree.get("lines").size(); i++) {
        if (tree.get("lines").get(i).asString().contains(word)) {
          return tree.get("from_line").asInt() + i;
        }
      }
    }
    throw new AssertionError("no line of the sample tree has " + word);
  }

  @ParameterizedTest
  @CsvSource({"?line=100000,404,lines in tree cairnfs", "?line=-1,400,a number from 1",
    "?line=x,400,cannot be read"})
  void aLineThatIsNoneIsRefused(String line, int status, String why) {
    Answer answer = server.get(FILE + line);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/file/Makefile", "/file/fs/none.c", "/file/etc/passwd",
    "/file/..%2f..%2fetc%2fpasswd", "/file//etc/passwd", "/file/fs/cairnfs",
    "/file/fs/cairnfs/", "/file/%00", "/file/.git/config"})
  void whatIsNoFileOfATreeIsNotHere(String path) {
    assertThat(server.get(path).status()).isBetween(400, 404);
  }

  @Test
  void aReviewLeadsToTheHistoryOfItsFiles() {
    Element link = server.get("/review/" + PATCH + "/").html().select("a[href^=/file/]").getFirst();
    assertThat(server.get(link.attr("href")).status()).isEqualTo(200);
  }

  @Test
  void withoutATreeTheStoreTellsWhatItKnows(@TempDir Path folder) {
    String patch = TestServer.mail("one@example.org")
        .replace("Subject: mail", "Subject: [PATCH] cairnfs:")
        .replace("text\n", """
            ---
            diff --git a/fs/a.c b/fs/a.c
            --- a/fs/a.c
            +++ b/fs/a.c
            @@ -1,2 +1,3 @@
             int a;
            +int b;
             int c;
            """);
    try (TestServer odd = TestServer.of(patch, folder)) {
      Answer page = odd.get("/file/fs/a.c?line=2");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("No tree is configured");
      assertThat(page.html().select("#changes ~ ul a").eachAttr("href"))
          .contains("/review/one@example.org/");
      assertThat(odd.get("/file/fs/b.c").text()).contains("no tree is configured");
    }
  }
}
