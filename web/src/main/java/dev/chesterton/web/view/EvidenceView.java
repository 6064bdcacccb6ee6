package dev.chesterton.web.view;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.link.Confidence;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import java.time.Instant;
import java.util.Locale;

/**
 * One piece of evidence: letter and word, who, when, the words, where, and how it was linked.
 *
 * @param id of its place on the page, without {@code a-}; made from source and words
 * @param css kind in lower case
 * @param how the tie in one sentence; empty where the source is the mail at hand
 * @param confidence the word; empty where {@code how} is
 * @param later younger than the patch
 * @param told stands elsewhere on the page already: only a reference is shown
 */
public record EvidenceView(String id, String letter, String word, String css, SourceView source,
    Words words, String how, String confidence, boolean later, boolean told) {

  public static EvidenceView of(EvidenceKind kind, Excerpt excerpt, Evidence how, Instant sent) {
    return of(kind, excerpt, how.because(), how.confidence().word(), sent);
  }

  /** Without a tie of its own, a reply of the thread for instance. */
  public static EvidenceView of(EvidenceKind kind, Excerpt excerpt, String how, Instant sent) {
    return of(kind, excerpt, how, "", sent);
  }

  private static EvidenceView of(EvidenceKind kind, Excerpt excerpt, String how, String confidence,
      Instant sent) {
    String id = ContentId.of(kind.letter(), excerpt.source().key(),
        String.valueOf(excerpt.line()), excerpt.words());
    return new EvidenceView(id, kind.letter(), kind.word(), css(kind),
        SourceView.of(excerpt), Words.of(excerpt.words()), how, confidence,
        SourceView.isLater(excerpt.source(), sent), false);
  }

  EvidenceView asReference() {
    return new EvidenceView(id, letter, word, css, source, words, how, confidence, later, true);
  }

  public boolean isPossible() {
    return confidence.equals(Confidence.POSSIBLE.word());
  }

  static String css(EvidenceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
