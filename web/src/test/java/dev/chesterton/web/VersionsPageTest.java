package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The versions of the sample series, which has four. */
class VersionsPageTest {

  private static final String ID = "20240506-cairn-groups-v2-1-5d1c0f2ab934@example.org";

  private static TestServer server = TestServer.ofSamples();

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void allVersionsAreThereWithTheTrailersOfReviewers() {
    Document page = server.get("/review/" + ID + "/versions/").html();
    assertThat(page.select("section.version")).hasSize(4);
    assertThat(page.select("td[data-label=standing]").eachText()).contains("given", "lost",
        "carried", "carried though changed");
    assertThat(server.get("/review/" + ID + "/versions/.json").body()).contains("\"versions\":[{",
        "\"standing\":\"lost\"");
  }

  @Test
  void eachVersionIsComparedWithTheOneBefore() {
    Document page = server.get("/review/" + ID + "/versions/").html();
    for (Element link : page.select("a[href*=/diff/]")) {
      Answer answer = server.get(link.attr("href"));
      assertThat(answer.status()).as(link.attr("href")).isEqualTo(200);
      assertThat(answer.html().select("#patches ~ ol > li")).isNotEmpty();
      assertThat(server.get(link.attr("href") + ".json").body()).contains("\"older\":{",
          "\"newer\":{", "\"patches\":[{");
    }
    assertThat(page.select("a[href*=/diff/]")).hasSize(3);
  }

  @Test
  void theCommentsOnEachVersionHaveAPage() {
    Document page = server.get("/review/" + ID + "/versions/").html();
    for (Element link : page.select("a[href$=/comments/]")) {
      assertThat(server.get(link.attr("href")).html().select("h1").text()).contains("v");
      assertThat(server.get(link.attr("href") + ".json").body()).contains("\"version\":{");
    }
    assertThat(page.select("a[href$=/comments/]")).hasSize(4);
  }

  @Test
  void whatIsNoVersionOfTheSameSeriesIsRefusedWithAWayOut() {
    Answer other = server.get("/review/" + ID + "/diff/" + TestServer.PATCH + "/");
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.text()).contains("not two versions of one series");
    assertThat(server.get("/review/unknown@example.org/versions/").status()).isEqualTo(404);
  }
}
