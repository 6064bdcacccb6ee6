package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long things are cut, and the cut says what is left out and where it is. */
class LimitsTest {

  private static final String HEAD = """
      From mboxrd@z Thu Jan  1 00:00:00 1970
      From: a@example.org
      Subject: %s
      Date: Mon, 10 Jun 2024 09:45:17 +0000
      Message-ID: <%s>
      %s

      """;

  @TempDir
  private static Path folder = Path.of("");

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.of(longPatch() + longThread(), folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String longPatch() {
    return HEAD.formatted("[PATCH] long", "long@x", "X-A: b") + "log " + "w".repeat(5_000)
        + "\n---\ndiff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c\n@@ -1,3000 +0,0 @@\n"
        + IntStream.range(0, 3_000).mapToObj(i -> "-line " + i + "\n").collect(Collectors.joining())
        + "\n";
  }

  private static String longThread() {
    return HEAD.formatted("root", "r0@x", "X-A: b") + "text\n\n" + IntStream.range(1, 210)
        .mapToObj(i -> HEAD.formatted("Re: root", "r" + i + "@x",
            "In-Reply-To: <r" + (i < 20 ? i - 1 : 0) + "@x>") + "text " + i + "\n\n")
        .collect(Collectors.joining());
  }

  @Test
  void aDiffIsCutAtTwoThousandLines() {
    Document page = server.get("/review/long@x/").html();
    assertThat(page.select(".diff .del")).hasSize(2_000);
    assertThat(page.select("p.cut").text()).contains("1000 lines of this file are left out");
    assertThat(page.select("p.cut a").attr("href")).isEqualTo("/odd/long@x/raw");
  }

  @Test
  void aLineIsCutAtFourThousandCharacters() {
    assertThat(server.get("/odd/long@x/").html().select("#q1 .cut").text())
        .isEqualTo("[908 characters left out]");
  }

  @Test
  void aMailIsCutAtTwoThousandLines() {
    Document page = server.get("/odd/long@x/").html();
    assertThat(page.select(".text .l")).hasSize(2_000);
    assertThat(page.select("p.cut a").attr("href")).isEqualTo("/odd/long@x/raw");
  }

  @Test
  void aThreadIsCutAtTwoHundredMails() {
    Document page = server.ask("GET", "/odd/r0@x/t/").html();
    assertThat(page.select("pre.tree .l")).hasSize(210);
    assertThat(page.select("article.letter")).hasSize(200);
    assertThat(page.select("p.cut").text()).contains("The text of 10 mails more is left out");
    assertThat(page.select("pre.tree").text()).contains(">> ");
    assertThat(server.ask("GET", "/odd/r0@x/t/").header("Link"))
        .isEqualTo("</odd/r0@x/t/?skip=200>; rel=\"next\"");
    Document rest = server.get("/odd/r0@x/t/?skip=200").html();
    assertThat(rest.select("article.letter")).hasSize(10);
    assertThat(rest.select("a[rel=prev]").attr("href")).isEqualTo("/odd/r0@x/t/");
    assertThat(rest.select("pre.tree a[href^=#]")).hasSize(10);
    assertThat(server.get("/odd/r0@x/t/?skip=400").status()).isEqualTo(400);
  }

  /** What is left out of one patch is not out of the next one's sight. */
  @Test
  void aComparisonIsCutAtTwoThousandLines(@TempDir Path series) {
    String mails = version("[PATCH %d/2] %s", "v1", "line")
        + version("[PATCH v2 %d/2] %s", "v2", "row").replace("Mon, 10 Jun", "Wed, 12 Jun");
    try (TestServer compared = TestServer.of(mails, series)) {
      Document page = compared.get("/review/v1-1@x/diff/v2-1@x/").html();
      assertThat(page.select(".range .l")).hasSize(2_000);
      assertThat(page.select("section.compared")).hasSize(2);
      assertThat(page.select("section.compared:has(p.cut)").eachText()).last()
          .asString()
          .contains("lines more are left out");
      assertThat(page.select("section.compared:last-of-type p.cut")).hasSize(1);
    }
  }

  /** Two patches of 1,500 lines each. */
  private static String version(String subject, String id, String word) {
    return IntStream.of(1, 2)
        .mapToObj(number -> HEAD.formatted(subject.formatted(number, "long part " + number),
            id + "-" + number + "@x",
            number == 1 ? "X-A: b" : "In-Reply-To: <" + id + "-1@x>")
            + "log\n---\ndiff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c\n@@ -1,1500 +0,0 @@\n"
            + IntStream.range(0, 1_500)
                .mapToObj(i -> "-" + (i % 2 == 0 ? "kept" : word) + number + i + "\n")
                .collect(Collectors.joining())
            + "\n")
        .collect(Collectors.joining());
  }
}
