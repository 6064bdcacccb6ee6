package dev.chesterton.review;

import dev.chesterton.change.LineKey;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Reasons;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who put there what a patch takes away, who tried to take it away before, and who spoke of it. Each is looked up when it
 * is first asked for.
 */
final class Background implements Reasons {
  private final Once<Fix> fixed;
  private final Once<Attempt> attempts;
  private final Once<Naming> namings;

  Background(Once<Fix> fixed, Once<Attempt> attempts, Once<Naming> namings) {
    this.fixed = fixed;
    this.attempts = attempts;
    this.namings = namings;
  }

  /** Earlier fixes whose lines it takes away, heaviest first. */
  List<Fix> fixed() {
    return fixed.get();
  }

  List<Attempt> attempts() {
    return attempts.get();
  }

  /** Words that name something that vanishes. */
  record Naming(String name, Excerpt words) {}

  List<Excerpt> discussion() {
    return namings.get().stream().map(Naming::words).toList();
  }

  @Override
  public List<Origin> fixes() {
    return fixed.get().stream().map(Fix::origin).toList();
  }

  @Override
  public List<Reason> fixesOf(List<String> lines) {
    return fixes().stream()
        .filter(fix -> lines.stream().anyMatch(line -> fix.shared().contains(LineKey.of(line))))
        .flatMap(fix -> fix.fix()
            .map(words -> new Reason(EvidenceKind.FIX, words, fix.evidence()))
            .stream())
        .toList();
  }

  @Override
  public List<Reason> priorAttempts(Set<String> names) {
    return attempts.get()
        .stream()
        .filter(attempt -> names.stream().anyMatch(attempt.functions()::contains))
        .flatMap(Background::reasons)
        .toList();
  }

  private static Stream<Reason> reasons(Attempt attempt) {
    Evidence answers = new Evidence.Answers(attempt.patch().title());
    List<Reason> reasons = new ArrayList<>();
    reasons.add(new Reason(EvidenceKind.PRIOR_ATTEMPT, attempt.excerpt(), attempt.evidence()));
    attempt.answers()
        .forEach(words -> reasons.add(new Reason(EvidenceKind.PRIOR_ATTEMPT, words, answers)));
    return reasons.stream();
  }

  @Override
  public List<Reason> discussion(Set<String> names) {
    return namings.get()
        .stream()
        .filter(naming -> names.contains(naming.name()))
        .map(naming -> new Reason(EvidenceKind.DISCUSSION, naming.words(),
            new Evidence.Names(naming.name())))
        .toList();
  }
}
