package dev.chesterton.web.view;

import dev.chesterton.finding.EvidenceKind;
import java.util.List;

/**
 * What there is of one kind of evidence.
 *
 * @param found whether there is any
 * @param links at most a few, each to its place on the page
 */
public record SummaryLine(String letter, String word, String css, boolean found, String text,
    List<Reference> links) {

  private static final int MOST_LINKS = 4;

  /** A link inside of the page. */
  public record Reference(String address, String label) {}

  static SummaryLine of(EvidenceKind kind, String text, List<Reference> links) {
    return new SummaryLine(kind.letter(), kind.word(), EvidenceView.css(kind), true, text,
        links.stream().distinct().limit(MOST_LINKS).toList());
  }

  static SummaryLine none(EvidenceKind kind, String text) {
    return new SummaryLine(kind.letter(), kind.word(), EvidenceView.css(kind), false, text,
        List.of());
  }

  static Reference reference(String id) {
    return new Reference("#a-" + id, "a-" + id);
  }
}
