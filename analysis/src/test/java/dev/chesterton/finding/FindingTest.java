package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.change.FilePath;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void needsEvidence() {
    assertThatThrownBy(() -> finding("fs/a.c", 1, 9)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a finding needs evidence");
  }

  @Test
  void coversWhatBeginsInsideIt() {
    Finding outer = finding("fs/a.c", 10, 20, "aaaaaaa");
    assertThat(outer.covers(finding("fs/a.c", 10, 10, "bbbbbbb"))).isTrue();
    assertThat(outer.covers(finding("fs/a.c", 20, 30, "bbbbbbb"))).isTrue();
    assertThat(outer.covers(finding("fs/a.c", 9, 30, "bbbbbbb"))).isFalse();
    assertThat(outer.covers(finding("fs/a.c", 21, 21, "bbbbbbb"))).isFalse();
    assertThat(outer.covers(finding("fs/b.c", 15, 15, "bbbbbbb"))).isFalse();
  }

  @Test
  void coversWhatRestsOnNothingButItsEvidence() {
    Finding both = finding("fs/a.c", 10, 20, "aaaaaaa", "bbbbbbb");
    Finding one = finding("fs/b.c", 50, 50, "bbbbbbb");
    assertThat(both.covers(one)).isTrue();
    assertThat(one.covers(both)).isFalse();
  }

  private static Finding finding(String path, int from, int to, String... commits) {
    Fence fence = new Fence(new FilePath(path), from, to, Optional.empty(), List.of());
    List<Reason> reasons = Stream.of(commits)
        .map(hex -> new Excerpt(new Anchor.OfUnknownCommit(hex, ""), 1, "words"))
        .map(words -> new Reason(EvidenceKind.FIX, words, new Evidence.Cited("x")))
        .toList();
    return new Finding(new RuleId("x"), Severity.WARNING, "x", "x", fence, List.of(), reasons);
  }
}
