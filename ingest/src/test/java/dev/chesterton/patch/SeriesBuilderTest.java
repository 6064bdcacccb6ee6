package dev.chesterton.patch;

import static dev.chesterton.patch.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeriesBuilderTest {

  private static final String TEXT = """
      Why.
      ---
      diff --git a/x.c b/x.c
      --- a/x.c
      +++ b/x.c
      @@ -1 +1 @@
      -a
      +b
      """;

  /** The id of each mail is its subject. */
  private static Posting post(String subject, long minute) {
    return mail(subject).id(subject + "@" + minute)
        .minute(minute)
        .text(subject.contains("0/") ? "Cover.\n" : TEXT)
        .posting();
  }

  private static List<String> gather(Posting... thread) {
    return SeriesBuilder.gather(List.of(thread)).stream().map(SeriesBuilderTest::show).toList();
  }

  private static String show(Series series) {
    return "v" + series.version() + (series.cover().isPresent() ? " cover " : " ")
        + series.patches().stream().map(patch -> patch.subject().number()).toList()
        + " missing "
        + series.missing();
  }

  @Test
  void gathersOneSeriesInOrder() {
    assertThat(gather(post("[PATCH 2/2] b", 2), post("[PATCH 0/2] c", 0), post("[PATCH 1/2] a", 1)))
        .containsExactly("v1 cover [1, 2] missing []");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(gather(post("[PATCH v2 0/3] c", 0), post("[PATCH v2 2/3] a", 1)))
        .containsExactly("v2 cover [2] missing [1, 3]");
  }

  @Test
  void letsPatchesHaveTheVersionOfTheirCoverLetter() {
    Posting cover = post("[PATCH 0/2][v2] c", 0);
    String id = cover.message().id().value();
    assertThat(gather(cover, answer("[PATCH 1/2] a", 1, id), answer("[PATCH 2/2] b", 2, id)))
        .containsExactly("v2 cover [1, 2] missing []");
  }

  private static Posting answer(String subject, long minute, String parent) {
    return mail(subject).id(subject + "@" + minute)
        .minute(minute)
        .answering(parent)
        .text(TEXT)
        .posting();
  }

  @Test
  void keepsVersionsApart() {
    assertThat(gather(post("[PATCH 1/1] a", 0), post("[PATCH v2 1/1] a", 60)))
        .containsExactly("v1 [1] missing []", "v2 [1] missing []");
  }

  @Test
  void keepsAPartialRerollApart() {
    assertThat(gather(post("[PATCH v5 1/2] a", 0), post("[PATCH v5 2/2] b", 1),
        post("[PATCH v5.1 2/2] b", 30))).containsExactly("v5 [1, 2] missing []",
            "v5 [2] missing [1]");
  }

  @Test
  void keepsAResentSeriesApart() {
    assertThat(
        gather(post("[PATCH 1/2] a", 0), post("[PATCH 2/2] b", 1), post("[PATCH 1/2] a", 300),
            post("[PATCH 2/2] b", 301)))
        .containsExactly("v1 [1, 2] missing []",
            "v1 [1, 2] missing []");
  }

  @Test
  void opensANewSeriesForANumberThatIsTaken() {
    assertThat(
        gather(post("[PATCH 1/2] a", 0), post("[PATCH 2/2] b", 1), post("[PATCH 2/2] B", 20)))
        .containsExactly("v1 [1, 2] missing []", "v1 [2] missing [1]");
  }

  @Test
  void keepsSendersApart() {
    Posting other = mail("[PATCH 2/2] b").id("o").from("bob@c.example").text(TEXT).posting();
    assertThat(gather(post("[PATCH 1/2] a", 0), other)).hasSize(2);
  }

  @Test
  void countsAMailThatCameTwiceOnce() {
    Posting patch = post("[PATCH] a", 0);
    assertThat(gather(patch, patch)).containsExactly("v1 [1] missing []");
  }

  @Test
  void leavesRepliesOut() {
    assertThat(gather(post("Re: [PATCH] a", 0), post("AW: [PATCH] a", 1))).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() {
    Seed seed = Seed.get();
    List<Posting> thread = new ArrayList<>(
        Stream.of(post("[PATCH 0/3] c", 0), post("[PATCH 1/3] a", 0),
            post("[PATCH 2/3] b", 1), post("[PATCH 3/3] d", 2), post("[PATCH 2/3] e", 3),
            post("[PATCH v2 0/3] c", 500), post("[PATCH v2 3/3] d", 501), post("[PATCH] single", 4),
            post("[PATCH] second single", 4), post("Re: [PATCH 1/3] a", 5)).toList());
    List<Series> expected = SeriesBuilder.gather(thread);
    for (int round = 0; round < 200; round++) {
      Collections.shuffle(thread, seed.random());
      Collections.rotate(thread, round);
      assertThat(SeriesBuilder.gather(thread)).as("%s", seed).isEqualTo(expected);
    }
  }
}
