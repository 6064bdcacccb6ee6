package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page from the samples, with the evidence there. */
class PagesTest {

  private static TestServer server = TestServer.ofSamples();

  @BeforeAll
  static void allIsReviewed() {
    for (int i = 0; i < 100
        && !server.get("/flagged/.json").body().contains("\"complete\":true"); i++) {
      assertThat(i).isLessThan(99);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void homeLeadsToTheFlaggedPatches() {
    assertThat(server.get("/").header("Location")).isEqualTo("/flagged/");
    Document page = server.get("/flagged/").html();
    assertThat(page.select("a[href=/review/" + PATCH + "/]")).hasSize(1);
    assertThat(page.body().text()).contains("Reviewed", "removed-worker", "warning");
  }

  @Test
  void theReviewShowsEachKindOfEvidenceBesideItsLines() {
    Document page = server.get("/review/" + PATCH + "/").html();
    assertThat(page.select("ul.summary .letter").eachText()).containsExactly("[O]", "[F]", "[P]",
        "[D]", "[T]", "[C]");
    assertThat(page.select("ul.summary li.none .letter").eachText()).isSubsetOf("[O]");
    assertThat(page.select(".diff aside.finding")).isNotEmpty();
    assertThat(page.select(".diff .evidence.fix blockquote").eachText()).isNotEmpty();
    assertThat(page.select(".diff .evidence.prior-attempt")).isNotEmpty();
    assertThat(page.select(".text aside.claim").text()).contains("citation correct");
    assertThat(page.select(".later")).isNotEmpty();
    assertThat(page.select("code.run").eachText()).contains("./check generic/208");
    assertThat(page.body().text()).contains("Looked at:", "of list linux-cairnfs",
        "of tree cairnfs");
  }

  @Test
  void evidenceStandsOnceAndLeadsToItsVeryLine() {
    Document page = server.get("/review/" + PATCH + "/").html();
    List<Element> evidence = page.select("div.evidence");
    assertThat(evidence.stream().map(Element::id)).doesNotHaveDuplicates();
    for (Element one : evidence) {
      String address = one.select("> .where a").attr("href");
      assertThat(address).contains("#q");
      String[] parts = address.split("#", 2);
      Element line = server.get(parts[0]).html().getElementById(parts[1]);
      assertThat(line).as(address).isNotNull();
    }
    assertThat(page.select("p.told a[href^=#a-]")).isNotEmpty();
  }

  @Test
  void whatWasSaidLaterIsNotThereWhenEvidenceEndsWithThePatch() {
    Document sent = server.get("/review/" + PATCH + "/?as-of=sent").html();
    assertThat(sent.select(".evidence .later")).isEmpty();
    assertThat(sent.body().text()).contains("No reply was found.", "Not looked at: anything after");
    Answer wrong = server.get("/review/" + PATCH + "/?as-of=tomorrow");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("neither 'sent' nor 'now'");
  }

  @Test
  void placesInThePageDependOnContentAlone() {
    List<String> ids = server.get("/review/" + PATCH + "/").html().select("[id]").eachAttr("id");
    try (TestServer again = TestServer.ofSamples()) {
      assertThat(again.get("/review/" + PATCH + "/").html().select("[id]").eachAttr("id"))
          .isEqualTo(ids);
    }
  }

  @Test
  void theDraftOfAReplyIsAFileForAMailProgram() {
    Answer draft = server.get("/review/" + PATCH + "/draft");
    assertThat(draft.header("Content-Disposition")).isEqualTo("attachment; filename=\"reply.eml\"");
    assertThat(draft.body()).startsWith("To: Colm Brady <colm.brady@example.com>\n")
        .contains("\nIn-Reply-To: <" + PATCH + ">\n", "\n> -", " wrote:\n",
            "Is that meant?", "https://lore.kernel.org/r/");
    assertThat(server.get("/review/" + PATCH + "/").html().select(".forms a[rel=reply]"))
        .hasSize(1);
  }

  @Test
  void aMailShowsItsLinesAndLinksWhatItCites() {
    Answer answer = server.get("/" + LIST + "/" + PATCH + "/");
    Document page = answer.html();
    assertThat(page.getElementById("q1")).isNotNull();
    assertThat(page.select("pre a[href^=/commit/]")).isNotEmpty();
    assertThat(page.select("nav.forms a").eachText()).containsExactly("review", "versions",
        "thread", "raw", "json", "lore");
    assertThat(server.get("/" + LIST + "/" + PATCH).header("Location"))
        .isEqualTo("/" + LIST + "/" + PATCH + "/");
    assertThat(server.get("/other/" + PATCH + "/").header("Location"))
        .isEqualTo("/" + LIST + "/" + PATCH + "/");
    assertThat(server.follow("/r/" + PATCH + "/").text()).contains("cairnfs_writepage_cow_fixup");
  }

  @Test
  void aThreadShowsTheTreeTheMailsAndHowToAnswer() {
    Document page = server.get("/" + LIST + "/" + PATCH + "/t/").html();
    assertThat(page.select("article.letter")).hasSizeGreaterThan(3);
    assertThat(page.select("pre.tree b").eachText()).anyMatch(marks -> marks.startsWith("P"));
    assertThat(page.select("pre.run").text()).contains("git send-email --in-reply-to='" + PATCH);
    assertThat(page.select("a[href^=mailto:]").attr("href")).contains("In-Reply-To=%3C");
  }

  @Test
  void aCommitOfATreeShowsMessageDiffAndMails() {
    String cited = server.get("/review/" + PATCH + "/")
        .html()
        .select("#commits + .scroll td a[href^=/commit/]")
        .eachAttr("href")
        .stream()
        .filter(address -> address.length() > "/commit/".length() + 39)
        .findFirst()
        .orElseThrow();
    Document page = server.get(cited).html();
    assertThat(page.body().text()).contains("In tree cairnfs", "Author", "Who cites it");
    assertThat(page.select(".diff")).isNotEmpty();
    assertThat(page.getElementById("q1")).isNotNull();
    assertThat(server.get(cited.substring(0, 20)).header("Location")).isEqualTo(cited);
  }

  @Test
  void aCommitNobodyHasSaysWhatToTry() {
    Answer answer = server.get("/commit/deadbeef123");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("no tree at hand has a commit");
    assertThat(answer.html().select("a[href^=/search?q=deadbeef123]")).hasSize(1);
    assertThat(server.get("/commit/master").status()).isEqualTo(400);
  }

  @Test
  void aMailThatIsNotHereIsOfferedFromThePublicArchive() {
    Answer answer = server.get("/" + LIST + "/nobody@example.org/");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.html().select("a[href=https://lore.kernel.org/r/nobody@example.org/]"))
        .hasSize(1);
    assertThat(server.get("/review/nobody@example.org/").status()).isEqualTo(404);
  }

  @Test
  void aReplyHasNothingToReview() {
    String reply = server.get("/search.json?q=s%3AcairnFs+f%3Aingrid").body();
    String id = reply.replaceAll("(?s).*?\"message_id\":\"([^\"]+)\",\"kind\":\"reply\".*", "$1");
    Answer answer = server.get("/review/" + id + "/");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("carries no patch");
  }

  @Test
  void aCoverLetterLeadsToItsFirstPatch() {
    assertThat(server.get("/review/20240506-cairn-groups-v2-0-5d1c0f2ab934@example.org/")
        .header("Location"))
        .isEqualTo("/review/20240506-cairn-groups-v2-1-5d1c0f2ab934@example.org/");
  }

  @Test
  void searchFindsAndExplains() {
    Document page = server.get("/search?q=fixup+worker").html();
    assertThat(page.select(".hits > li")).hasSizeGreaterThan(3);
    assertThat(page.select("input[name=q]").attr("value")).isEqualTo("fixup worker");
    Answer wrong = server.get("/search?q=%22open");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("no closing \" at character 1");
    assertThat(server.get("/search").status()).isEqualTo(200);
    assertThat(server.get("/search?q=cairn&skip=-1").status()).isEqualTo(400);
    assertThat(server.get("/search?q=cairn&skip=x").status()).isEqualTo(400);
    assertThat(server.get("/search?q=cairn&sort=newest").status()).isEqualTo(200);
  }

  @Test
  void aRuleIsRendered() {
    Document page = server.follow("/rule/").html();
    assertThat(page.select(".prose strong").eachText()).contains("What it looks for.");
    assertThat(server.get("/rule/removed-guard").html().select("tbody th").eachText())
        .contains("lock", "barrier");
    assertThat(server.get("/rule/no-such").status()).isEqualTo(404);
  }

  @Test
  void helpAndStyleAreThere() {
    assertThat(server.get("/help").status()).isEqualTo(200);
    Answer style = server.get("/style.css");
    assertThat(style.header("Content-Type")).startsWith("text/css");
    assertThat(style.body()).contains("prefers-color-scheme", "@media print");
  }

  @Test
  void anUnchangedStoreIsSaidWithoutThePage() {
    String path = "/review/" + PATCH + "/";
    String tag = server.get(path).header("ETag");
    Answer again = server.ask("GET", path, "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(server.ask("GET", path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }
}
