package dev.chesterton.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.change.FilePath;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.RuleId;
import dev.chesterton.finding.Severity;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What makes two findings the same for an answer, and what does not. */
class FindingKeyTest {

  private static Finding finding(String rule, String subject, String path, int line,
      String... lines) {
    Fence fence = new Fence(new FilePath(path), line, line + lines.length - 1, Optional.empty(),
        List.of(lines));
    Excerpt words = new Excerpt(new Anchor.OfUnknownCommit("0123456789ab", ""), 1, "words");
    Reason reason = new Reason(EvidenceKind.OWN_LINE, words, new Evidence.OwnLine("it says so"));
    return new Finding(new RuleId(rule), Severity.WARNING, subject, "claim", fence, List.of(),
        List.of(reason));
  }

  private static String key(Finding... findings) {
    return FindingKey.of(List.of(findings)).getFirst().key().value();
  }

  @Test
  void placeAndWhiteSpaceDoNotMatter() {
    String key = key(finding("guard", "if (x)", "fs/a.c", 10, "\tif (x)", "\t\treturn;"));
    assertThat(key(finding("guard", "if (x)", "fs/moved/b.c", 99, "if  (x)", "    return;")))
        .isEqualTo(key);
  }

  @Test
  void ruleSubjectAndLinesDo() {
    String key = key(finding("guard", "if (x)", "fs/a.c", 10, "if (x)", "return;"));
    assertThat(key(finding("worker", "if (x)", "fs/a.c", 10, "if (x)", "return;")))
        .isNotEqualTo(key);
    assertThat(key(finding("guard", "if (y)", "fs/a.c", 10, "if (x)", "return;")))
        .isNotEqualTo(key);
    assertThat(key(finding("guard", "if (x)", "fs/a.c", 10, "if (x)"))).isNotEqualTo(key);
    assertThat(key(finding("guard", "if (x)", "fs/a.c", 10, "return;", "if (x)")))
        .isNotEqualTo(key);
  }

  @Test
  void equalOnesOfOnePatchAreToldApart() {
    Finding here = finding("guard", "if (x)", "fs/a.c", 10, "if (x)");
    Finding there = finding("guard", "if (x)", "fs/a.c", 50, "if (x)");
    List<FindingKey.Keyed> two = FindingKey.of(List.of(here, there));
    assertThat(two.getFirst().key()).isNotEqualTo(two.getLast().key());
    // With one of them gone nobody can tell which is left.
    assertThat(two).extracting(keyed -> keyed.key().value()).doesNotContain(key(here));
  }

  @Test
  void onlyKeysAreTaken() {
    for (String text : new String[]{"", "x", "0123456789ABCDEF0123", "0123456789abcdef01234"}) {
      assertThatThrownBy(() -> new FindingKey(text)).isInstanceOf(IllegalArgumentException.class);
      assertThat(EntryId.isOne(text)).isFalse();
    }
  }
}
