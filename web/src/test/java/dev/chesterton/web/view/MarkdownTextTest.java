package dev.chesterton.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

  private static Document render(String markdown) {
    StringOutput html = new StringOutput();
    MarkdownText.ofRule(markdown).writeTo(html);
    return Jsoup.parse(html.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "[x](javascript:alert(1))",
    "[x](&#106;avascript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](http://evil.example/x.png)", "<img src=x onerror=alert(1)>",
    "[x](&#x6A;&#x61;vascript&colon;alert(1))", "<javascript:alert(1)>", "[x](vbscript:x)",
    "<svg><a xlink:href='javascript:x'>y</a></svg>", "[x](JaVaScRiPt:alert(1))",
    "[a]: javascript:alert(1)\n\n[a]", "<div style='x' id=content onclick=y>z</div>",
    "[x](java\tscript:alert(1))", "[x](//evil.example)"})
  void knownWaysInAreShut(String markdown) {
    Document page = render(markdown);
    assertThat(page.select("script, img, svg, div, style, [style], [onclick], [onerror], [id]"))
        .isEmpty();
    assertThat(page.select("a[href]").eachAttr("href"))
        .allMatch(link -> link.startsWith("http:") || link.startsWith("https:")
            || link.startsWith("mailto:"));
  }

  @Test
  void ordinaryMarkdownIsRendered() {
    Document page = render(
        "# Title\n\n**bold** `code` [link](https://example.org/a)\n\n* one\n* two");
    assertThat(page.select("strong").text()).isEqualTo("bold");
    assertThat(page.select("a").attr("href")).isEqualTo("https://example.org/a");
    assertThat(page.select("li")).hasSize(2);
    assertThat(page.select("h1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "*", "(", "`", ">", "<", "- ", "[a](", "![", "_a", "\n\t- "})
  void longRunsEndWithAPage(String run) {
    assertThat(render(run.repeat(50_000 / run.length())).body().text()).isNotNull();
  }
}
