package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.index.Head;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.link.Evidence.LinkTrailer;
import dev.chesterton.link.Evidence.SamePatchId;
import dev.chesterton.link.Evidence.SharedLines;
import dev.chesterton.link.Evidence.SimilarTitle;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final Anchor COMMIT = new Anchor.OfUnknownCommit("0123456789ab", "x");
  private static final SamePatchId SAME = new SamePatchId("0123456789abcdef");

  private final Candidates candidates = new Candidates(COMMIT);

  @Test
  void believesATrailerBeforeAPatchIdBeforeLinesBeforeATitle() {
    candidates.add(mail("title", 4), new SimilarTitle(1));
    candidates.add(mail("lines", 3), new SharedLines(9, 1));
    candidates.add(mail("patch-id", 2), SAME);
    candidates.add(mail("trailer", 1), new LinkTrailer("x"));
    assertThat(keys()).containsExactly("trailer", "patch-id", "lines", "title");
  }

  @Test
  void prefersOfVersionsWithOneTitleTheOneWithMostOfTheLines() {
    for (int version = 1; version <= 3; version++) {
      candidates.add(mail("v" + version, version), new SimilarTitle(1));
    }
    candidates.add(mail("v2", 2), new SharedLines(9, 0.9));
    candidates.add(mail("v3", 3), new SharedLines(6, 0.6));
    assertThat(keys()).containsExactly("v2", "v3", "v1");
  }

  @Test
  void prefersOfEqualOnesTheLastSent() {
    candidates.add(mail("second", 2), SAME);
    candidates.add(mail("third", 3), SAME);
    candidates.add(mail("first", 1), SAME);
    assertThat(keys()).containsExactly("third", "second", "first");
  }

  @Test
  void takesNearlyEqualSharesForEqual() {
    candidates.add(mail("late", 2), new SharedLines(9, 0.80));
    candidates.add(mail("early", 1), new SharedLines(9, 0.82));
    assertThat(keys()).containsExactly("late", "early");
  }

  @Test
  void keepsAllEvidenceSurestFirst() {
    candidates.add(mail("one", 1), new SimilarTitle(0.7));
    candidates.add(mail("one", 1), SAME);
    assertThat(candidates.bestFirst()).singleElement().satisfies(link -> {
      assertThat(link.evidence()).containsExactly(SAME, new SimilarTitle(0.7));
      assertThat(link.confidence()).isEqualTo(Confidence.CERTAIN);
    });
  }

  @Test
  void knowsNoLinkWithoutEvidence() {
    assertThatThrownBy(() -> new Link(COMMIT, COMMIT, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Head mail(String id, int day) {
    return new MailHead(new MessageId(id), "", MailKind.PATCH, "x", new Mailbox("A", "a@b.example"),
        OffsetDateTime.parse("2024-06-%02dT12:00:00Z".formatted(day)), List.of());
  }

  private List<String> keys() {
    return candidates.bestFirst().stream().map(link -> link.to().key()).toList();
  }
}
