package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker notices a drawing that could act, load or hide something. */
class PageCheckerTest {

  private static final String HIDDEN = "<figure class=life><svg aria-hidden=true>%s</svg></figure>";

  private static void check(String html) {
    Jsoup.parse(html).getAllElements().forEach(one -> PageChecker.element(one, "/drawing"));
  }

  @Test
  void drawingsOfShapesWordsAndLinksPass() {
    String drawing = HIDDEN.formatted("<svg x=1%><path d=M0 /></svg><text x=1>2020</text>"
        + "<a href=#m-1 tabindex=-1><title>2020</title><circle r=2 /></a>");
    check(drawing);
    check(drawing.replace("aria-hidden=true", "role=img aria-label=years")
        .replaceAll("<a .*</a>", ""));
    assertThat(Jsoup.parse(drawing).select("svg a > title")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "<path onclick=alert(1) />",
    "<path style=\"fill:red\"/>", "<style>path{fill:red}</style>",
    "<foreignObject><p>x</p></foreignObject>", "<image href=/x.png />", "<use href=#x />",
    "<animate attributeName=href />", "<set attributeName=href />",
    "<a href=https://evil.example/ tabindex=-1><path /></a>",
    "<a href=//evil.example/ tabindex=-1><path /></a>",
    "<a xlink:href=#m tabindex=-1><path /></a>", "<path fill=url(https://evil.example/#x) />",
    "<path class=url(#x) />", "<a href=#m-1><path /></a>"})
  void whatActsLoadsOrCannotBeReachedIsRefused(String inside) {
    assertThatThrownBy(() -> check(HIDDEN.formatted(inside))).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<figure class=life><svg><path /></svg></figure>",
    "<figure class=life><svg role=img><path /></svg></figure>",
    "<p><svg aria-hidden=true><path /></svg></p>",
    "<figure class=life><svg role=img aria-label=x><a href=#m tabindex=-1><path /></a></svg></figure>"})
  void drawingsOfOthersAndWithoutWordsAreRefused(String html) {
    assertThatThrownBy(() -> check(html)).isInstanceOf(AssertionError.class);
  }
}
