package dev.chesterton.finding.rule;

import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Losses.LostCall;
import dev.chesterton.finding.Losses.LostCondition;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.RuleId;
import dev.chesterton.syntax.Construct.Condition.LeadsTo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A lock, barrier, reference, check, assertion, flush or cancel is lost in code that stays. Alone that is daily business;
 * it is told where an earlier fix had put it there.
 */
public final class RemovedGuardRule implements Rule {

  /** What a failed check does. */
  private static final Set<LeadsTo> BAILS_OUT = Set.of(LeadsTo.RETURN, LeadsTo.GOTO, LeadsTo.BREAK,
      LeadsTo.CONTINUE);

  @Override
  public RuleId id() {
    return new RuleId("removed-guard");
  }

  @Override
  public boolean isRanked() {
    return true;
  }

  @Override
  public List<Finding> check(RuleContext context) {
    Stream<Finding> calls = context.losses()
        .calls()
        .stream()
        .flatMap(call -> finding(call, context).stream());
    Stream<Finding> conditions = context.losses()
        .conditions()
        .stream()
        .filter(condition -> BAILS_OUT.contains(condition.leadsTo()))
        .flatMap(condition -> finding(condition, context).stream());
    return Stream.concat(calls, conditions).toList();
  }

  private static Optional<Finding> finding(LostCall call, RuleContext context) {
    return context.page()
        .kindsOf(call.callee())
        .findFirst()
        .flatMap(kind -> finding(call.callee(),
            "removes a call of %s() (%s)".formatted(call.callee(), kind), call
                .fence(),
            context));
  }

  private static Optional<Finding> finding(LostCondition condition, RuleContext context) {
    String claim = "removes the check '%s'".formatted(condition.text());
    return finding(condition.text(), claim, condition.fence(), context);
  }

  private static Optional<Finding> finding(String subject, String claim, Fence fence,
      RuleContext context) {
    List<Reason> fixes = context.losses().isInsideLostFunction(fence)
        ? List.of()
        : context.reasons().fixesOf(fence.lines());
    return fixes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(context.page().id(), context.page().severity(), subject, claim,
            fence, List.of(),
            fixes));
  }
}
