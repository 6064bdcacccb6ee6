package dev.chesterton.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.chesterton.Seed;
import dev.chesterton.change.ScrambledText;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectParserTest {

  /** Tags, version, place and title; a leading "Re" for replies. */
  private static String show(Subject subject) {
    String place = subject.place().map(at -> " " + at.number() + "/" + at.total()).orElse("");
    return (subject.reply() ? "Re " : "") + subject.tags() + " v" + subject.version() + place + " "
        + subject.title();
  }

  static Stream<Arguments> subjects() {
    return Stream.of(arguments("[PATCH v2 3/7] fs: x", "[PATCH] v2 3/7 fs: x"),
        arguments("[PATCH] fs: x", "[PATCH] v1 fs: x"),
        arguments("[PATCH v6,19/24] fs: x", "[PATCH] v6 19/24 fs: x"),
        arguments("[RFC v2 net-next 03/11 RESEND] fs: x", "[RFC, net-next, RESEND] v2 3/11 fs: x"),
        arguments("[RFC PATCH] fs: x", "[RFC, PATCH] v1 fs: x"),
        arguments("[PATCHv3] fs: x", "[PATCH] v3 fs: x"),
        arguments("[PATCHv3 1/2] fs: x", "[PATCH] v3 1/2 fs: x"),
        arguments("[PATCH V4 1/2] fs: x", "[PATCH] v4 1/2 fs: x"),
        arguments("[PATCH 5.10 05/12] fs: x", "[PATCH, 5.10] v1 5/12 fs: x"),
        arguments("[PATCH AUTOSEL 6.1 12/20] fs: x", "[PATCH, AUTOSEL, 6.1] v1 12/20 fs: x"),
        arguments("[PATCH STABLE 5.10 5.15 1/2] fs: x", "[PATCH, STABLE, 5.10, 5.15] v1 1/2 fs: x"),
        arguments("[PATCH 0/2 v5.15.y] fs: x", "[PATCH, v5.15.y] v1 0/2 fs: x"),
        arguments("[PATCH v5.15 1/2] fs: x", "[PATCH, v5.15] v1 1/2 fs: x"),
        arguments("[PATCH v5.1 10/12] fs: x", "[PATCH, v5.1] v5 10/12 fs: x"),
        arguments("[PATCH 1/2 4.14/4.19] fs: x", "[PATCH, 4.14/4.19] v1 1/2 fs: x"),
        arguments("Re: [PATCH] fs: x", "Re [PATCH] v1 fs: x"),
        arguments("RE: fs: x", "Re [] v1 fs: x"), arguments("Re:fs: x", "Re [] v1 fs: x"),
        arguments("AW: [PATCH] fs: x", "Re [PATCH] v1 fs: x"),
        arguments("Fwd: Re: [PATCH 1/2] x", "Re [PATCH] v1 1/2 x"),
        arguments("Re[6]: block group", "Re [] v1 block group"),
        arguments("Re : x", "Re [] v1 x"),
        arguments("\u56de\u590d\uff1a[PATCH] x", "Re [PATCH] v1 x"),
        arguments("[btrfs] [PATCH 1/2] x", "[btrfs, PATCH] v1 1/2 x"),
        arguments("[btrfs] Re: [PATCH] x", "Re [btrfs, PATCH] v1 x"),
        arguments("[f2fs-dev] [PATCH v3 2/3] x", "[f2fs-dev, PATCH] v3 2/3 x"),
        arguments("[PATCH][v2] x", "[PATCH] v2 x"),
        arguments("[PATCH][next][V3] x", "[PATCH, next] v3 x"),
        arguments("[PATCH] [RESEND] x", "[PATCH, RESEND] v1 x"),
        arguments("bug#12345: [PATCH] x", "[bug#12345, PATCH] v1 x"),
        arguments("[syzbot] [btrfs?] kernel BUG in x", "[syzbot, btrfs?] v1 kernel BUG in x"),
        arguments("[PATCH] [mm?] quoted", "[PATCH] v1 [mm?] quoted"),
        arguments("[PATCH] fs: fix x[] in y[0]", "[PATCH] v1 fs: fix x[] in y[0]"),
        arguments("[GIT PULL] Btrfs for 6.1", "[GIT, PULL] v1 Btrfs for 6.1"),
        arguments("[man-pages RFC PATCH v9] x", "[man-pages, RFC, PATCH] v9 x"),
        arguments("[PATCH -next] x", "[PATCH, -next] v1 x"),
        arguments("[PATCH kvm-next V4 1/3] x", "[PATCH, kvm-next] v4 1/3 x"),
        arguments("[PoC PATCH 02/11] x", "[PoC, PATCH] v1 2/11 x"),
        arguments("[PATCH 1/2 RESEND Rebased] x", "[PATCH, RESEND, Rebased] v1 1/2 x"),
        arguments("[PATCH1/2] x", "[PATCH] v1 1/2 x"),
        arguments("[PATCH v2 1/2]: x", "[PATCH] v2 1/2 x"),
        arguments("[PATCH]x", "[PATCH] v1 x"),
        arguments("[PATCH v2 13/12] x", "[PATCH] v2 13/12 x"),
        arguments("[PATCH 3/7] fs: a title\n folded\tand   spaced ",
            "[PATCH] v1 3/7 fs: a title folded and spaced"),
        arguments("[PATCH unfinished", "[] v1 [PATCH unfinished"),
        arguments("[24/7 support] x", "[support, 24/7] v1 x"), arguments("[1/2] x", "[] v1 1/2 x"),
        arguments("[PATCH [RFC] 1/2] x", "[PATCH, RFC] v1 1/2 x"),
        arguments("[PATCH v99999 1/99999] x", "[PATCH, v99999, 1/99999] v1 x"),
        arguments("Regarding: x", "[] v1 Regarding: x"), arguments("", "[] v1 "),
        arguments("[]", "[] v1 "), arguments("Re:", "Re [] v1 "));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void takesApart(String raw, String expected) {
    Subject subject = SubjectParser.parse(raw);
    assertThat(show(subject)).isEqualTo(expected);
    assertThat(subject.raw()).isEqualTo(raw);
  }

  @Test
  void tellsPatchesFromOtherTags() {
    assertThat(SubjectParser.parse("[RFC] x").isPatch()).isTrue();
    assertThat(SubjectParser.parse("[syzbot] x").isPatch()).isFalse();
    assertThat(SubjectParser.parse("[GIT PULL] x").isPullRequest()).isTrue();
    assertThat(SubjectParser.parse("[PATCHSET v3 for-6.2] x").isCover()).isTrue();
    assertThat(SubjectParser.parse("[PATCH 00/12] x").isCover()).isTrue();
  }

  @Test
  void tellsKernelsFromVersions() {
    assertThat(SubjectParser.parse("[PATCH v2 5.10 1/2] x").kernels()).containsExactly("5.10");
    assertThat(SubjectParser.parse("[PATCH 4.14-stable] x").kernels()).hasSize(1);
    assertThat(SubjectParser.parse("[PATCH v5.1 10/12] x").kernels()).isEmpty();
    assertThat(SubjectParser.parse("[PATCH v5.1 10/12] x").partial()).contains("v5.1");
    assertThat(SubjectParser.parse("[PATCH net-next v5] x").partial()).isEmpty();
  }

  @Test
  void noSubjectMakesItThrow() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 5_000; round++) {
      String raw = ScrambledText.of(random, random.nextInt(12));
      assertThat(SubjectParser.parse(raw).raw()).as("%s", seed).isEqualTo(raw);
    }
  }

  @Test
  void readsHostileSubjectsInLinearTime() {
    for (String piece : new String[]{"[", "[]", "]", "Re:", "[PATCH", "1/2 ", "v2,", " ", "bug#1:",
      "[a] ", "re ", ":", "[[a] ", "[PATCH] fs: [PATCH ", "v2: "}) {
      long start = System.nanoTime();
      SubjectParser.parse(piece.repeat(300_000 / piece.length()));
      assertThat(System.nanoTime() - start).as("nanoseconds for '%s'", piece)
          .isLessThan(10_000_000_000L);
    }
  }
}
