package dev.chesterton.finding.rule;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Reasons;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reasons written in a test.
 *
 * @param fixes each with the lines it added
 * @param spokenOf names that a mail speaks of
 */
record KnownReasons(List<Origin> fixes, Set<String> spokenOf) implements Reasons {
  static final KnownReasons NONE = new KnownReasons(List.of(), Set.of());

  /** One fix that added these lines. */
  static KnownReasons fix(String lines) {
    Anchor commit = new Anchor.OfUnknownCommit("0123456789ab", "tree: fix the walk");
    LineKeys keys = LineKeys
        .of(lines.lines().map(line -> new DiffLine(DiffLine.Kind.ADDED, line, 1, 1)));
    Excerpt sign = new Excerpt(commit, 5, "Fixes: 0a1b2c3d4e5f (\"tree: add\")");
    return new KnownReasons(List.of(new Origin(commit, keys, 9, 0.5, Optional.of(sign))),
        Set.of());
  }

  @Override
  public List<Reason> fixesOf(List<String> lines) {
    return fixes.stream()
        .filter(fix -> lines.stream().anyMatch(line -> fix.shared().contains(LineKey.of(line))))
        .map(fix -> new Reason(EvidenceKind.FIX, fix.fix().orElseThrow(), fix.evidence()))
        .toList();
  }

  @Override
  public List<Reason> priorAttempts(Set<String> names) {
    return List.of();
  }

  @Override
  public List<Reason> discussion(Set<String> names) {
    return names.stream()
        .filter(spokenOf::contains)
        .map(name -> new Reason(EvidenceKind.DISCUSSION,
            new Excerpt(new Anchor.OfUnknownCommit("0123456789ab", ""), 1, name),
            new Evidence.Names(name)))
        .toList();
  }
}
