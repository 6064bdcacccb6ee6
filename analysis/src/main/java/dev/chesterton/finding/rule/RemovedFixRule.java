package dev.chesterton.finding.rule;

import dev.chesterton.change.LineKey;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Losses.LostLine;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.RuleId;
import dev.chesterton.link.Origin;
import java.util.List;
import java.util.Optional;

/** Lines are removed that an earlier fix had added. */
public final class RemovedFixRule implements Rule {

  /** Fewer lines in common than this are a brace and a common call. */
  private static final int FEWEST_LINES = 3;

  @Override
  public RuleId id() {
    return new RuleId("removed-fix");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.reasons()
        .fixes()
        .stream()
        .flatMap(fix -> finding(fix, context).stream())
        .toList();
  }

  private static Optional<Finding> finding(Origin fix, RuleContext context) {
    List<LostLine> lost = context.losses()
        .lines()
        .stream()
        .filter(line -> fix.shared().contains(LineKey.of(line.line().text())))
        .filter(line -> !context.losses().isInsideLostFunction(line.fence()))
        .toList();
    if (lost.size() < FEWEST_LINES) {
      return Optional.empty();
    }
    LostLine first = lost.getFirst();
    LostLine last = lost.stream()
        .filter(line -> line.path().equals(first.path()))
        .reduce(first, (_, line) -> line);
    Fence fence = new Fence(first.path(), first.line().oldLine(), last.line().oldLine(),
        first.function(), lost.stream()
            .map(line -> line.line().text())
            .toList());
    String claim = "removes %d lines that a fix added: \"%s\"".formatted(lost.size(),
        fix.change().title());
    List<Reason> reasons = fix.fix()
        .map(words -> new Reason(EvidenceKind.FIX, words, fix.evidence()))
        .stream()
        .toList();
    return Optional.of(new Finding(context.page().id(), context.page().severity(),
        fix.change().title(), claim, fence,
        List.of(), reasons));
  }
}
