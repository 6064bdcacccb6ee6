package dev.chesterton.web;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Severity;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.review.Review;
import java.util.Comparator;
import java.util.List;

/**
 * What the list keeps of a flagged patch.
 *
 * @param rules names, each once
 * @param kinds of evidence, each once, strongest first
 * @param reasons how many pieces of evidence
 * @param claims of its findings
 */
record FlaggedPatch(MailHead head, Severity severity, List<String> rules, List<EvidenceKind> kinds,
    int reasons, List<String> claims) {

  /** Severity, then kinds of evidence, then the newest; ties by id, so that the order is always the same. */
  static final Comparator<FlaggedPatch> STRONGEST_FIRST = Comparator
      .comparing(FlaggedPatch::severity)
      .thenComparingInt(patch -> patch.kinds().size())
      .reversed()
      .thenComparing(Comparator.comparing((FlaggedPatch patch) -> patch.head().instant())
          .reversed())
      .thenComparing(patch -> patch.head().key());

  static FlaggedPatch of(MailHead head, Review review) {
    List<Reason> reasons = review.findings()
        .stream()
        .flatMap(finding -> finding.reasons().stream())
        .toList();
    return new FlaggedPatch(head, review.severity().orElse(Severity.CHECK),
        review.findings().stream().map(finding -> finding.rule().value()).distinct().toList(),
        reasons.stream().map(Reason::kind).distinct().sorted().toList(),
        (int) reasons.stream().map(Reason::excerpt).distinct().count(),
        review.findings().stream().map(Finding::claim).toList());
  }
}
