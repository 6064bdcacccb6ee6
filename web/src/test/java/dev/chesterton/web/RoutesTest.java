package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.web.Route.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is declared, what is documented and what is answered are the same addresses. */
class RoutesTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static TestServer server = TestServer.ofSamples();

  /** What is there without a note; a note has tests of its own. */
  private static List<Route> asked() {
    return Routes.all().stream().filter(route -> !route.path().contains("{note}")).toList();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String commit() {
    return MAPPER.readTree(server.get("/search.json?q=s%3Afixup&sort=oldest").body())
        .get("hits")
        .valueStream()
        .filter(hit -> hit.get("type").asString().equals("commit"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  /** The first patch of two versions of a series of the samples. */
  private static final String VERSION = "20240506-cairn-groups-v%d-1-5d1c0f2ab934@example.org";

  private static String filled(Route route) {
    return filled(route.path(), route);
  }

  private static String filled(String path, Route route) {
    return query(path) + route.query()
        .stream()
        .filter(Route.Query::required)
        .map(query -> query.name().equals("id") ? "?id=" + PATCH : "?q=cairn")
        .collect(Collectors.joining());
  }

  private static String query(String path) {
    return path.replace("{list}", LIST)
        .replace("{msgid}", path.contains("{other}") ? VERSION.formatted(1) : PATCH)
        .replace("{other}", VERSION.formatted(2))
        .replace("{hex}", path.contains("{hex}") ? commit() : "")
        .replace("{rule}", "removed-guard")
        .replace("{path}", "fs/cairnfs/writepage.c");
  }

  /** An address without the names of what differs; a handler sees {@code .json} as part of an id. */
  private static String form(String path) {
    return path.replaceAll("\\{\\*?[a-z]+}(\\.json)?", "{}");
  }

  @Test
  void everyAddressAnsweredIsDeclaredAndTheOtherWayRound() {
    Set<String> declared = Routes.all()
        .stream()
        .map(route -> route.method() + " " + form(route.path()))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> mapped = server.mapped()
        .stream()
        .map(RoutesTest::form)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(declared).containsExactlyElementsOf(mapped);
  }

  @Test
  void everyAddressDeclaredAnswersInItsShape() {
    for (Route route : asked()) {
      if (route.method().equals("GET")) {
        Answer answer = server.get(filled(route));
        assertThat(answer.status()).as(route.path())
            .isEqualTo(route.shape() == Shape.ELSEWHERE ? 302 : 200);
        assertThat(answer.header("Content-Type")).as(route.path())
            .startsWith(route.shape().mediaType());
      }
    }
  }

  @Test
  void theDocumentHasAllOfThemAndTheirMirrors() {
    JsonNode document = MAPPER.readTree(server.get("/api/openapi.json").body());
    assertThat(document.get("openapi").asString()).startsWith("3.1");
    List<String> paths = document.get("paths").propertyNames().stream().toList();
    assertThat(paths).containsAll(Routes.all().stream().map(Route::path).toList())
        .contains("/api/review/{msgid}/", "/api/search", "/api/{list}/{msgid}/t/");
    for (String path : paths) {
      document.get("paths").get(path).forEachEntry((_, operation) -> {
        for (JsonNode parameter : operation.get("parameters")) {
          boolean inPath = parameter.get("in").asString().equals("path");
          assertThat(path.contains("{" + parameter.get("name").asString() + "}")).isEqualTo(inPath);
        }
      });
    }
  }

  /** Without the space of the disk, which others of this machine take and give back. */
  private static String lasting(Answer answer) {
    return answer.body().replaceAll("\"free_bytes\":\\d+", "");
  }

  @Test
  void inFrontAndBehindAreTheSame() {
    for (Route route : asked()) {
      route.mirror().ifPresent(mirror -> {
        Answer answer = server.get(filled(mirror, route));
        assertThat(answer.status()).as(mirror).isEqualTo(200);
        assertThat(lasting(answer)).as(mirror).isEqualTo(lasting(server.get(filled(route))));
      });
    }
    Answer missing = server.get("/api/review/nobody%2F%40x/");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(MAPPER.readTree(missing.body()).get("request_id").asString()).isNotEmpty();
  }

  /** All but what tells of this moment has a tag by which a reader that has it is spared the rest. */
  @Test
  void aReaderThatHasItIsSparedTheRest() {
    Set<String> ofThisMoment = Set.of("/jobs/", "/jobs/.json", "/healthz", "/metrics",
        "/sign-in");
    for (Route route : asked()) {
      boolean tagged = route.method().equals("GET") && route.shape() != Shape.ELSEWHERE
          && !ofThisMoment.contains(route.path());
      if (tagged) {
        String path = filled(route);
        String tag = server.get(path).header("ETag");
        assertThat(tag).as(path).isNotEmpty();
        assertThat(server.ask("GET", path, "If-None-Match", tag).status()).as(path).isEqualTo(304);
      }
    }
  }

  @Test
  void whatGoesOnSaysWhere() {
    Answer first = server.get("/search.json?q=linux");
    JsonNode json = MAPPER.readTree(first.body());
    boolean more = json.get("count").asInt() > 50;
    assertThat(json.get("next").isNull()).isEqualTo(!more);
    assertThat(first.header("Link").isEmpty()).isEqualTo(!more);
  }
}
