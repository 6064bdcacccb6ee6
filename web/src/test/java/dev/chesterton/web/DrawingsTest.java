package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drawings on the pages: what is in them stands in words beside them, and much of it stays small. */
class DrawingsTest {

  private static final String VERSIONS = "/review/"
      + "20240506-cairn-groups-v2-1-5d1c0f2ab934@example.org/versions/";

  /** What would leave an attribute or an element if it were not escaped. */
  private static final String HOSTILE = "\"><svg><script>alert(1)</script>";

  private static String chain(int mails) {
    return IntStream.range(0, mails)
        .mapToObj(i -> """
            From mboxrd@z Thu Jan  1 00:00:00 1970
            From: %s <a@example.org>
            Subject: %s%s
            Date: Mon, 10 Jun 2024 09:%02d:%02d +0000
            Message-ID: <%d'&x@example.org>
            %s
            text
            %s
            """.formatted(HOSTILE, i == 0 ? "[PATCH] " : "Re: ", HOSTILE, i / 60, i % 60, i,
            i == 0 ? "" : "In-Reply-To: <%d'&x@example.org>\n".formatted(i / 2),
            i == 0 ? diff(0) : ""))
        .collect(Collectors.joining());
  }

  private static String diff(int number) {
    return """
        ---
        diff --git a/f%1$d.c b/f%1$d.c
        --- a/f%1$d.c
        +++ b/f%1$d.c
        @@ -1,1 +1,2 @@
         context of file %1$d
        +	call_of_step_number(%1$d);
        """.formatted(number);
  }

  private static String version(int version, int patches) {
    return IntStream.rangeClosed(0, patches)
        .mapToObj(i -> """
            From mboxrd@z Thu Jan  1 00:00:00 1970
            From: Ada <ada@example.org>
            Subject: [PATCH v%d %02d/%02d] %s
            Date: %d Jun 2024 09:%02d:00 +0000
            Message-ID: <v%d-%d@example.org>
            %s
            text
            %s
            """.formatted(version, i, patches, i == 0 ? "fs: a long row" : "fs: step " + i, version,
            i, version, i, i == 0 ? "" : "In-Reply-To: <v%d-0@example.org>\n".formatted(version),
            i == 0 ? "" : diff(i)))
        .collect(Collectors.joining());
  }

  @Test
  void theLifeOfAFenceIsDrawnWithTheDatesOfTheDossier() {
    try (TestServer server = TestServer.ofSamples()) {
      Document page = server.get("/review/" + TestServer.PATCH + "/").html();
      Element life = page.expectFirst("section.dossier figure.life");
      assertThat(life.select("dt").eachText()).contains("put up", "tried before", "this patch");
      assertThat(life.select("dd time").eachText()).contains("2011-07-12", "2024-06-10");
      for (Element mark : life.select("svg svg a")) {
        assertThat(page.select("dl a[href^=" + mark.attr("href") + "]")).as(mark.attr("href"))
            .isNotEmpty();
      }
      assertThat(server.get("/review/" + TestServer.PATCH + "/.json").body())
          .contains("\"life\":[{\"topic\":\"put_up\"");
    }
  }

  @Test
  void theVersionsOfASeriesAreAChain() {
    try (TestServer server = TestServer.ofSamples()) {
      Document page = server.get(VERSIONS).html();
      Element chain = page.expectFirst("figure.chain");
      assertThat(chain.select("li a").eachText()).containsExactly("v1", "v2", "v2.1", "v3");
      assertThat(chain.select("svg").attr("viewBox")).isEqualTo("0 0 3 4");
      assertThat(chain.select("path.mark").attr("d").split("M")).hasSize(1 + 12);
      assertThat(chain.select("path.dropped").attr("d")).startsWith("M2.5 2.5");
      assertThat(chain.select("path.new").attr("d")).isEqualTo("M2.5 3.5h0");
      assertThat(page.select("details li").eachText())
          .anyMatch(fate -> fate.endsWith(": dropped, before"))
          .anyMatch(fate -> fate.endsWith(": added, here"));
    }
  }

  @Test
  void ofManyVersionsTheNewestAreDrawn(@TempDir Path folder) {
    String mails = IntStream.rangeClosed(1, 22)
        .mapToObj(version -> version(version, 2))
        .collect(Collectors.joining());
    try (TestServer server = TestServer.of(mails, folder)) {
      Element chain = server.get("/review/v1-1@example.org/versions/")
          .html()
          .expectFirst("figure.chain");
      assertThat(chain.select("li a").eachText()).hasSize(20).contains("v22").doesNotContain("v2");
      assertThat(chain.select("figcaption").text()).contains("The oldest 2 versions");
      assertThat(chain.outerHtml()).hasSizeLessThan(8_000);
    }
  }

  @Test
  void ofManyPatchesTheFirstAreDrawn(@TempDir Path folder) {
    try (TestServer server = TestServer.of(version(1, 45) + version(2, 45), folder)) {
      Element chain = server.get("/review/v1-1@example.org/versions/")
          .html()
          .expectFirst("figure.chain");
      assertThat(chain.select("figcaption").text()).contains("5 patches behind the first 40");
      assertThat(chain.select("path.mark").attr("d").split("M")).hasSize(1 + 80);
      assertThat(chain.outerHtml()).hasSizeLessThan(6_000);
    }
  }

  @Test
  void aLongHostileThreadHasASmallOutlineOfLinks(@TempDir Path folder) {
    try (TestServer server = TestServer.of(chain(230), folder)) {
      String thread = "/odd/0%27%26x@example.org/";
      for (String form : new String[]{"t/", "T/"}) {
        Document page = server.get(thread + form).html();
        Element shape = page.expectFirst("figure.shape");
        assertThat(shape.select("a").eachAttr("href")).hasSize(200)
            .containsExactlyElementsOf(page.select("article.letter")
                .eachAttr("id")
                .stream()
                .map(id -> "#" + id)
                .toList());
        assertThat(shape.select("path.p")).hasSize(1);
        assertThat(shape.text()).contains("mails 1 to 200 of 230");
        assertThat(shape.outerHtml()).hasSizeLessThan(200 * 110);
        assertThat(server.get(thread + form + "?skip=200").html().select("figure.shape").text())
            .contains("mails 201 to 230 of 230");
      }
    }
  }
}
