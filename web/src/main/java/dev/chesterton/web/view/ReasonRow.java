package dev.chesterton.web.view;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.link.Origin;
import dev.chesterton.review.Fix;
import java.time.Instant;
import java.util.List;

/**
 * An earlier fix whose lines the patch takes away.
 *
 * @param sign its own words that show it was one
 * @param usedIn findings that rest on it
 * @param mails patch mails it came from
 * @param reports mails it names: the report behind it, or its discussion
 */
public record ReasonRow(SourceView change, EvidenceView sign, List<FindingView> usedIn,
    List<LinkRow> mails, List<LinkRow> reports) {

  static ReasonRow of(Fix fix, List<FindingView> findings, Instant sent, Told told) {
    Origin origin = fix.origin();
    EvidenceView sign = origin.fix()
        .map(words -> EvidenceView.of(EvidenceKind.FIX, words, origin.evidence(), sent))
        .orElseThrow(() -> new IllegalArgumentException("a fix has a sign"));
    List<FindingView> usedIn = findings.stream()
        .filter(finding -> rests(finding, sign.id()))
        .toList();
    return new ReasonRow(SourceView.of(origin.change()), told.once(sign), usedIn,
        LinkRow.of(fix.mails()), LinkRow.of(fix.reports()));
  }

  private static boolean rests(FindingView finding, String id) {
    return finding.shown().stream().anyMatch(one -> one.id().equals(id))
        || finding.folded().stream().anyMatch(one -> one.id().equals(id));
  }
}
