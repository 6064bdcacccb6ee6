package dev.chesterton.review;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Severity;
import dev.chesterton.index.Head.MailHead;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a list keeps of a flagged patch.
 *
 * @param severity of its strongest finding
 * @param rules names, each once
 * @param kinds of evidence, each once, strongest first
 * @param reasons how many pieces of evidence
 * @param claims of its findings
 * @param lastMail date of the newest mail of its thread
 */
public record FlaggedPatch(MailHead head, Severity severity, List<String> rules,
    List<EvidenceKind> kinds, int reasons, List<String> claims, Instant lastMail) {

  /** Severity, then kinds of evidence, then the newest; ties by id, so that the order is always the same. */
  public static final Comparator<FlaggedPatch> STRONGEST_FIRST = Comparator
      .comparing(FlaggedPatch::severity)
      .thenComparingInt(patch -> patch.kinds().size())
      .reversed()
      .thenComparing(Comparator.comparing((FlaggedPatch patch) -> patch.head().instant())
          .reversed())
      .thenComparing(patch -> patch.head().key());

  public FlaggedPatch {
    rules = List.copyOf(rules);
    kinds = List.copyOf(kinds);
    claims = List.copyOf(claims);
  }

  /** @param findings at least one */
  static FlaggedPatch of(MailHead head, List<Finding> findings, Instant lastMail) {
    List<Reason> reasons = findings.stream()
        .flatMap(finding -> finding.reasons().stream())
        .toList();
    return new FlaggedPatch(head,
        findings.stream().map(Finding::severity).max(Severity::compareTo).orElseThrow(),
        findings.stream().map(finding -> finding.rule().value()).distinct().toList(),
        reasons.stream().map(Reason::kind).distinct().sorted().toList(),
        (int) reasons.stream().map(Reason::excerpt).distinct().count(),
        findings.stream().map(Finding::claim).toList(), lastMail);
  }
}
