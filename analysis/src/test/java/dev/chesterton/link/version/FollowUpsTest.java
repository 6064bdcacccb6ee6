package dev.chesterton.link.version;

import static dev.chesterton.link.version.Letters.BO;
import static dev.chesterton.link.version.Letters.adds;
import static dev.chesterton.link.version.Letters.ann;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.mail.MessageId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FollowUpsTest {
  private static final String WALK = adds("fs/walk.c", "start_the_walk();", "walk_on();");
  private static final String MOVED = WALK.replace("@@ -10,2 +10,4", "@@ -90,2 +90,4");
  private static final String CHANGED = adds("fs/walk.c", "start_the_walk();", "walk_faster();");
  private static final String BY_BO = "Reviewed-by: " + BO + "\n";

  static List<String> lines() throws IOException {
    try (InputStream in = FollowUpsTest.class.getResourceAsStream("/link/followups.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void takesWhatAMaintainerWouldTake(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    SeriesVersion version = last("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("r", 2, "Re: [PATCH] fs: walk", fields.get(3).replace("\\n", "\n")).from(fields.get(2))
            .answering("a"));
    String given = version.followUps()
        .stream()
        .map(one -> one.trailer().key() + ": " + one.trailer().value()
            + (one.mismatch() ? "!" : ""))
        .collect(Collectors.joining(" | "));
    assertThat(given.isEmpty() ? "-" : given).as("%s: %s", fields.getFirst(), fields.get(1))
        .isEqualTo(fields.get(4));
  }

  private static SeriesVersion last(String id, Letters... mails) {
    return VersionFinder.among(Arrays.stream(mails).map(Letters::posting).toList())
        .find(new MessageId(id))
        .orElseThrow()
        .versions()
        .getLast();
  }

  private static List<String> told(SeriesVersion version) {
    return version.followUps()
        .stream()
        .map(one -> one.patch().subject().number() + " " + one.trailer().key() + " "
            + one.standing().words() + " " + one.source().message().id())
        .toList();
  }

  @Test
  void aReplyToTheCoverLetterReachesAllPatches() {
    assertThat(told(last("c", ann("c", 1, "[PATCH 0/2] fs: all", "Words.\n"),
        ann("p", 1, "[PATCH 1/2] fs: walk", WALK).answering("c"),
        ann("q", 1, "[PATCH 2/2] fs: run", adds("fs/run.c", "run();")).answering("c"),
        ann("r", 2, "Re: [PATCH 0/2] fs: all", BY_BO).from(BO).answering("c"))))
        .containsExactly("1 Reviewed-by given r", "2 Reviewed-by given r");
  }

  @Test
  void inASubthreadTheNearestPatchAboveIsMeant() {
    assertThat(told(last("c", ann("c", 1, "[PATCH 0/2] fs: all", "Words.\n"),
        ann("p", 1, "[PATCH 1/2] fs: walk", WALK).answering("c"),
        ann("q", 1, "[PATCH 2/2] fs: run", adds("fs/run.c", "run();")).answering("p"),
        ann("r", 2, "Re: [PATCH 2/2] fs: run", "Why?\n").from(BO).answering("q"),
        ann("s", 3, "Re: [PATCH 2/2] fs: run", "Because.\n").answering("r"),
        ann("t", 4, "Re: [PATCH 2/2] fs: run", BY_BO).from(BO).answering("s"))))
        .containsExactly("2 Reviewed-by given t");
  }

  @Test
  void whatIsSaidTwiceCountsOnce() {
    assertThat(told(last("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("r", 2, "Re: [PATCH] fs: walk", BY_BO).from(BO).answering("a"),
        ann("s", 3, "Re: [PATCH] fs: walk", BY_BO).from(BO).answering("a"))))
        .containsExactly("1 Reviewed-by given r");
  }

  private static List<String> afterReview(String next) {
    return told(last("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("r", 2, "Re: [PATCH] fs: walk", BY_BO).from(BO).answering("a"),
        ann("b", 3, "[PATCH v2] fs: walk", next)));
  }

  @Test
  void aReviewGoesOnAsLongAsThePatchStaysTheSame() {
    String signed = "Signed-off-by";
    assertThat(afterReview(MOVED.replace(signed, BY_BO + signed)))
        .containsExactly("1 Reviewed-by carried r");
    assertThat(afterReview(MOVED)).containsExactly("1 Reviewed-by lost r");
    assertThat(afterReview(CHANGED)).containsExactly("1 Reviewed-by lapsed r");
    assertThat(afterReview(CHANGED.replace(signed, BY_BO + signed)))
        .containsExactly("1 Reviewed-by carried though changed r");
  }

  @Test
  void aReportGoesOnWhateverBecomesOfThePatch() {
    assertThat(told(last("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("r", 2, "Re: [PATCH] fs: walk", "Reported-by: " + BO + "\n").from(BO).answering("a"),
        ann("b", 3, "[PATCH v2] fs: walk", CHANGED))))
        .containsExactly("1 Reported-by lost r");
  }

  @Test
  void aRefusalStandsUntilThePatchChanges() {
    Letters refusal = ann("r", 2, "Re: [PATCH] fs: walk", "Nacked-by: " + BO + "\n").from(BO)
        .answering("a");
    Letters first = ann("a", 1, "[PATCH] fs: walk", WALK);
    assertThat(told(last("a", first, refusal, ann("b", 3, "[PATCH v2] fs: walk", MOVED))))
        .containsExactly("1 Nacked-by given r");
    assertThat(told(last("a", first, refusal, ann("b", 3, "[PATCH v2] fs: walk", CHANGED))))
        .containsExactly("1 Nacked-by lapsed r");
  }

  @Test
  void whoReviewsTheNewVersionAgainHasReviewedIt() {
    assertThat(told(last("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("r", 2, "Re: [PATCH] fs: walk", BY_BO).from(BO).answering("a"),
        ann("b", 3, "[PATCH v2] fs: walk", CHANGED),
        ann("s", 4, "Re: [PATCH v2] fs: walk", BY_BO).from(BO).answering("b"))))
        .containsExactly("1 Reviewed-by given s");
  }

  @Test
  void repliesToAnOlderVersionInTheSameThreadStayThere() {
    assertThat(told(last("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("b", 3, "[PATCH v2] fs: walk", CHANGED).answering("a"),
        ann("r", 4, "Re: [PATCH] fs: walk", BY_BO).from(BO).answering("a"))))
        .containsExactly("1 Reviewed-by lapsed r");
  }
}
