package dev.chesterton.web;

import static dev.chesterton.web.TestServer.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The series as b4 reads it. Each check here is one that b4 makes of an answer, in the words of
 * {@code src/b4/review/checks.py} and {@code src/b4/review/_review.py} (mricon/b4 at 1f2f768).
 */
class PatchsetPageTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static TestServer server = TestServer.ofSamples();

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode patchset(String id) {
    Answer answer = server.get("/api/patchset?id=" + id);
    assertThat(answer.status()).as(id).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  private static JsonNode only(JsonNode list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  /** {@code _run_builtin_sashiko}: the patch by its Message-ID, its review by the patch's number. */
  @Test
  void theReviewOfAPatchIsFoundByNumbers() {
    JsonNode set = patchset(PATCH);
    assertThat(set.get("status").asString()).isEqualTo("Reviewed");
    assertThat(set.get("id").asString()).isEqualTo(PATCH);
    JsonNode patch = set.get("patches")
        .valueStream()
        .filter(one -> one.get("message_id").asString().equals(PATCH))
        .findFirst()
        .orElseThrow();
    JsonNode review = set.get("reviews")
        .valueStream()
        .filter(one -> one.get("patch_id").asLong() == patch.get("id").asLong())
        .findFirst()
        .orElseThrow();
    assertThat(review.get("status").asString()).isEqualTo("Reviewed");
    assertThat(review.get("id").asLong()).isPositive();
  }

  /** {@code _parse_sashiko_findings}: output is JSON in a string, with one finding for each of ours. */
  @Test
  void theFindingsAreThoseOfTheReview() {
    JsonNode output = MAPPER
        .readTree(only(patchset(PATCH).get("reviews")).get("output").asString());
    JsonNode ours = MAPPER.readTree(server.get("/review/" + PATCH + "/.json").body());
    assertThat(output.get("findings")).hasSameSizeAs(ours.get("findings"));
    for (int i = 0; i < ours.get("findings").size(); i++) {
      JsonNode finding = output.get("findings").get(i);
      JsonNode our = ours.get("findings").get(i);
      assertThat(finding.get("problem").asString()).startsWith(our.get("claim").asString());
      assertThat(finding.get("severity").asString())
          .isIn(Set.of("critical", "high", "medium", "low"));
      assertThat(finding.get("preexisting").asBoolean()).isFalse();
      JsonNode place = only(finding.get("locations"));
      assertThat(place.get("file").asString())
          .isEqualTo(our.get("place").get("path").asString());
      assertThat(place.get("line").asInt()).isEqualTo(our.get("place").get("from_line").asInt());
    }
  }

  /** {@code _extract_comments_from_quoted_reply}: quoted lines are the diff, all else belongs to the line above. */
  @Test
  void remarksStandBelowTheirLines() {
    String inline = only(patchset(PATCH).get("reviews")).get("inline_review").asString();
    List<String> quoted = inline.lines().filter(line -> line.startsWith("> ")).toList();
    assertThat(quoted.getFirst()).startsWith("> diff --git a/");
    Pattern hunk = Pattern.compile("> @@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");
    assertThat(quoted).anyMatch(line -> hunk.matcher(line).matches());
    String remarks = inline.lines()
        .filter(line -> !line.startsWith(">"))
        .collect(Collectors.joining("\n"));
    JsonNode ours = MAPPER.readTree(server.get("/review/" + PATCH + "/.json").body());
    ours.get("findings")
        .forEach(finding -> assertThat(remarks)
            .contains("[" + finding.get("rule").asString() + "]"));
    assertThat(remarks).contains(server.url() + "review/");
  }

  @Test
  void whatIsNotHereIsMissing() {
    assertThat(server.get("/api/patchset?id=nobody@x").status()).isEqualTo(404);
    assertThat(server.get("/api/patchset").status()).isEqualTo(400);
    assertThat(server.get("/api/patchset?id=%00%3Cscript%3E").status()).isEqualTo(404);
  }
}
