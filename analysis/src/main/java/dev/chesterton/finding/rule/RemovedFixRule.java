package dev.chesterton.finding.rule;

import dev.chesterton.change.DiffLine;
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
  public boolean isRanked() {
    return true;
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
    String claim = "removes %d lines that a fix added: \"%s\"".formatted(lost.size(),
        fix.change().title());
    return fix.fix()
        .map(words -> new Reason(EvidenceKind.FIX, words, fix.evidence()))
        .map(reason -> new Finding(context.page().id(), context.page().severity(),
            fix.change().title(), claim, fence(lost), List.of(), List.of(reason)));
  }

  /** From the first of the lines to the last one of the same file. */
  private static Fence fence(List<LostLine> lost) {
    LostLine first = lost.getFirst();
    List<DiffLine> lines = lost.stream()
        .filter(line -> line.path().equals(first.path()))
        .map(LostLine::line)
        .toList();
    return new Fence(first.path(), first.line().oldLine(), lines.getLast().oldLine(),
        first.function(), lines.stream().map(DiffLine::text).toList());
  }
}
