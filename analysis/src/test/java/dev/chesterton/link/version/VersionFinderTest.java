package dev.chesterton.link.version;

import static dev.chesterton.link.version.Letters.BO;
import static dev.chesterton.link.version.Letters.adds;
import static dev.chesterton.link.version.Letters.ann;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.link.Evidence;
import dev.chesterton.mail.MessageId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionFinderTest {
  private static final String WALK = adds("fs/walk.c", "start_the_walk();", "walk_on();",
      "end_the_walk();");
  private static final String WALK_2 = adds("fs/walk.c", "start_the_walk();", "walk_faster();",
      "end_the_walk();");
  private static final String RUN = adds("fs/run.c", "start_running();", "run_on();");
  private static final String OTHER = adds("fs/walk.c", "nothing_alike();", "at_all();");
  private static final String CHANGE_ID = "\n---\nchange-id: 20240101-walk-0123456789ab\n";

  private static Lineage lineage(String id, Letters... mails) {
    return VersionFinder.among(Arrays.stream(mails).map(Letters::posting).toList())
        .find(new MessageId(id))
        .orElseThrow();
  }

  /** Ids of the first mails of the versions, oldest first. */
  private static List<String> versions(String id, Letters... mails) {
    return lineage(id, mails).versions()
        .stream()
        .map(version -> version.sending().first().message().id().value())
        .toList();
  }

  @Test
  void chainsByTitleAndLinesAcrossThreads() {
    assertThat(versions("b", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("b", 5, "[PATCH v2] fs: walk", WALK_2), ann("c", 9, "[PATCH v3] fs: walk", WALK_2)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void followsARetitledPatchByItsLines() {
    assertThat(versions("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("b", 5, "[PATCH v2] fs: never stop", WALK_2))).containsExactly("a", "b");
  }

  @Test
  void neverChainsTheSameCleanUpOfTwoDrivers() {
    String idiom = "if (IS_ERR_OR_NULL(walk))";
    assertThat(versions("a", ann("a", 1, "[PATCH] one: use the helper", adds("one.c", idiom)),
        ann("b", 2, "[PATCH v2] two: use the helper", adds("two.c", idiom)),
        ann("c", 3, "[PATCH v3] three: use the helper", adds("three.c", idiom))))
        .containsExactly("a");
  }

  @Test
  void neverChainsSeriesWithNearTitlesAndOtherLines() {
    assertThat(versions("a", ann("a", 1, "[PATCH] fs: count free groups", WALK),
        ann("b", 2, "[PATCH v2] fs: count free inodes", OTHER))).containsExactly("a");
  }

  @Test
  void neverChainsWhatTwoPeopleSend() {
    assertThat(versions("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("b", 2, "[PATCH v2] fs: walk", WALK).from(BO))).containsExactly("a");
  }

  @Test
  void knowsAPersonByFullName() {
    assertThat(versions("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("b", 2, "[PATCH v2] fs: walk", WALK_2).from("Ann Example <ann@work.example>")))
        .containsExactly("a", "b");
  }

  @Test
  void takesTheAddressOfAListForNobodysOwn() {
    Letters one = ann("a", 1, "[PATCH] fs: walk", WALK).from("Ann Example via List <l@t.example>");
    Letters other = ann("b", 2, "[PATCH v2] fs: walk", WALK_2);
    assertThat(versions("a", one, other)).containsExactly("a", "b");
    assertThat(versions("a", one, other.from("Bo Example via List <l@t.example>")))
        .containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({"[PATCH 5.10] fs: walk,[PATCH 5.15] fs: walk",
    "[PATCH] fs: walk,[PATCH 6.1.y] fs: walk",
    "[PATCH 4.14-stable] fs: walk,[PATCH v2 4.19-stable] fs: walk"})
  void neverChainsBackportsToTwoKernels(String one, String other) {
    assertThat(versions("a", ann("a", 1, one, WALK), ann("b", 2, other, WALK)))
        .containsExactly("a");
  }

  @Test
  void neverChainsAnotherPatchOfTheSameTitleHalfAYearLater() {
    assertThat(versions("a", ann("a", 1, "[PATCH] fs: fix typo", WALK),
        ann("b", 300, "[PATCH v2] fs: fix typo", RUN))).containsExactly("a");
  }

  @Test
  void takesTheSameNumberOnceMoreForAResendOnlyIfThePatchIsTheSame() {
    assertThat(versions("a", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("b", 2, "[PATCH RESEND] fs: walk", WALK))).containsExactly("a", "b");
    assertThat(versions("a", ann("a", 1, "[PATCH] fs: fix typo", WALK),
        ann("b", 2, "[PATCH] fs: fix typo", RUN))).containsExactly("a");
  }

  @Test
  void takesNoCopySentInOneGoForAResend() {
    Letters first = ann("a", 1, "[PATCH] fs: walk", WALK);
    assertThat(versions("a", first, ann("b", 1.0002, "[PATCH] fs: walk", WALK)))
        .containsExactly("a");
    assertThat(versions("a", first, ann("b", 1.01, "[PATCH] fs: walk", WALK)))
        .containsExactly("a", "b");
  }

  @Test
  void goesFromRequestForCommentsToPatch() {
    Lineage lineage = lineage("c", ann("a", 1, "[RFC PATCH] fs: walk", WALK),
        ann("b", 2, "[RFC PATCH v2] fs: walk", WALK_2), ann("c", 3, "[PATCH] fs: walk", WALK_2));
    assertThat(lineage.versions()).extracting(version -> version.sending().label())
        .containsExactly("RFC v1", "RFC v2", "v1");
  }

  @Test
  void letsAPatchBecomeASeriesAndBack() {
    assertThat(versions("c", ann("a", 1, "[PATCH] fs: walk", WALK),
        ann("b", 2, "[PATCH v2 0/2] fs: walk and run", "Words.\n"),
        ann("b1", 2, "[PATCH v2 1/2] fs: walk", WALK_2).answering("b"),
        ann("b2", 2, "[PATCH v2 2/2] fs: run", RUN).answering("b"),
        ann("c", 3, "[PATCH v3] fs: walk", WALK_2))).containsExactly("a", "b", "c");
  }

  @Test
  void putsAPartInThePlaceOfThePatchItReplaces() {
    Lineage lineage = lineage("a", ann("a", 1, "[PATCH v5 0/2] fs: walk and run", "Words.\n"),
        ann("a1", 1, "[PATCH v5 1/2] fs: walk", WALK).answering("a"),
        ann("a2", 1, "[PATCH v5 2/2] fs: run", RUN).answering("a"),
        ann("p", 2, "[PATCH v5.1 1/2] fs: walk", WALK_2).answering("a1"),
        ann("q", 3, "[PATCH v5.2 2/2] fs: run", RUN).answering("a2"),
        ann("b", 4, "[PATCH v6 0/2] fs: walk and run", "Words.\n"),
        ann("b1", 4, "[PATCH v6 1/2] fs: walk", WALK_2).answering("b"),
        ann("b2", 4, "[PATCH v6 2/2] fs: run", RUN).answering("b"));
    assertThat(lineage.versions()).extracting(version -> version.sending().label())
        .containsExactly("v5", "v5.1", "v5.2", "v6");
    assertThat(lineage.versions().get(2).patches())
        .extracting(patch -> patch.message().id().value())
        .containsExactly("p", "q");
    assertThat(lineage.versions().getLast().steps()).extracting(PatchStep::kind)
        .containsOnly(PatchStep.Kind.UNCHANGED);
  }

  @Test
  void takesOnePatchInAnswerToItsOlderSelfForAPart() {
    Lineage lineage = lineage("a", ann("a", 1, "[PATCH 0/2] fs: walk and run", "Words.\n"),
        ann("a1", 1, "[PATCH 1/2] fs: walk", WALK).answering("a"),
        ann("a2", 1, "[PATCH 2/2] fs: run", RUN).answering("a"),
        ann("p", 2, "[PATCH v2 1/2] fs: walk", WALK_2).answering("a1"),
        ann("q", 3, "[PATCH v3 1/2] fs: walk", WALK).answering("p"));
    assertThat(lineage.versions()).extracting(version -> version.sending().label())
        .containsExactly("v1", "v2", "v3");
    assertThat(lineage.versions().getLast().patches())
        .extracting(patch -> patch.message().id().value())
        .containsExactly("q", "a2");
    assertThat(lineage.versions().getLast().steps()).extracting(PatchStep::kind)
        .containsExactly(PatchStep.Kind.CHANGED);
  }

  @Test
  void trustsTheNameTheAuthorGave() {
    Lineage lineage = named(Letters.ANN, RUN);
    assertThat(lineage.versions()).hasSize(2);
    assertThat(lineage.versions().getLast().evidence().getFirst())
        .isInstanceOf(Evidence.SameChangeId.class);
  }

  @Test
  void letsAnotherPersonTakeASeriesOverOnlyWithItsPatches() {
    assertThat(named(BO, WALK_2).versions()).hasSize(2);
    assertThat(named(BO, RUN).versions()).hasSize(1);
  }

  private static Lineage named(String sender, String patch) {
    return lineage("a", ann("a", 1, "[PATCH 0/1] fs: walk", "Words.\n" + CHANGE_ID),
        ann("a1", 1, "[PATCH 1/1] fs: walk", WALK).answering("a"),
        ann("b", 200, "[PATCH v2 0/1] fs: no more walking", "Words.\n" + CHANGE_ID).from(sender),
        ann("b1", 200, "[PATCH v2 1/1] fs: sit down", patch).answering("b").from(sender));
  }

  @Test
  void trustsALinkOnlyBesideWordsAboutVersions() {
    Letters old = ann("20240101-x@t.example", 1, "[PATCH] fs: walk", WALK);
    String link = "https://lore.kernel.org/r/20240101-x@t.example\n";
    Letters cover = ann("b", 2, "[PATCH v2 0/1] fs: sit down", "Link to v1: " + link);
    Letters patch = ann("b1", 2, "[PATCH v2 1/1] fs: sit", RUN).answering("b");
    assertThat(versions("b", old, cover, patch)).hasSize(2);
    Letters builds = ann("b", 2, "[PATCH v2 0/1] fs: sit down", "Needs this first:\n" + link);
    assertThat(versions("b", old, builds, patch)).hasSize(1);
    Letters tells = ann("b", 2, "[PATCH v2 0/1] fs: sit down",
        "What v1 of this did makes the fault appear that is mended in\n" + link);
    assertThat(versions("b", old, tells, patch)).hasSize(1);
  }

  @Test
  void readsTheVersionOfALetterThatOpensTheThread() {
    assertThat(lineage("a1", ann("a", 1, "small clean-ups", "Words.\n"),
        ann("a1", 1, "[PATCH 1/2] fs: walk", WALK).answering("a"),
        ann("a2", 1, "[PATCH 2/2] fs: run", RUN).answering("a"),
        ann("b", 3, "small clean-ups v2", "Words.\n"),
        ann("b1", 3, "[PATCH 1/2] fs: walk", WALK_2).answering("b"),
        ann("b2", 3, "[PATCH 2/2] fs: run", RUN).answering("b")).versions())
        .extracting(version -> version.sending().label())
        .containsExactly("v1", "v2");
  }

  @Test
  void tellsWhatBecameOfEachPatch() {
    Lineage lineage = lineage("b", ann("a", 1, "[PATCH 0/3] fs: all", "Words.\n"),
        ann("a1", 1, "[PATCH 1/3] fs: walk", WALK).answering("a"),
        ann("a2", 1, "[PATCH 2/3] fs: run", RUN).answering("a"),
        ann("a3", 1, "[PATCH 3/3] fs: sit", adds("fs/sit.c", "sit();")).answering("a"),
        ann("b", 2, "[PATCH v2 0/3] fs: all", "Words.\n"),
        ann("b1", 2, "[PATCH v2 1/3] fs: run", RUN).answering("b"),
        ann("b2", 2, "[PATCH v2 2/3] fs: stroll", WALK_2).answering("b"),
        ann("b3", 2, "[PATCH v2 3/3] fs: lie", adds("fs/lie.c", "lie();")).answering("b"));
    assertThat(lineage.versions().getLast().steps())
        .extracting(step -> step.kind() + " "
            + step.before().map(patch -> patch.subject().title()).orElse("-") + " > "
            + step.after().map(patch -> patch.subject().title()).orElse("-"))
        .containsExactly("UNCHANGED fs: run > fs: run", "CHANGED fs: walk > fs: stroll",
            "ADDED - > fs: lie", "DROPPED fs: sit > -");
  }

  @Test
  void saysTheSameWhateverTheOrderAndWhicheverVersionIsAskedFor() {
    Letters[] mails = {ann("a", 1, "[PATCH] fs: walk", WALK),
      ann("b", 5, "[PATCH v2] fs: walk", WALK_2), ann("c", 9, "[PATCH v3] fs: walk", WALK_2),
      ann("d", 9, "[PATCH v3] fs: run", RUN)};
    List<Letters> shuffled = new ArrayList<>(List.of(mails));
    Collections.shuffle(shuffled, new Random(1));
    Letters[] others = shuffled.toArray(Letters[]::new);
    for (String id : List.of("a", "b", "c")) {
      assertThat(versions(id, others)).isEqualTo(versions("a", mails));
    }
  }

  @Test
  void findsNothingForOtherMails() {
    assertThat(VersionFinder.among(List.of(ann("a", 1, "A question", "Words.\n").posting()))
        .find(new MessageId("a"))).isEmpty();
    assertThat(VersionFinder.among(List.of()).find(new MessageId("a"))).isEmpty();
  }
}
