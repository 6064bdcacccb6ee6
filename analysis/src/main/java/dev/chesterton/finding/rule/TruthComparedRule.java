package dev.chesterton.finding.rule;

import dev.chesterton.finding.AddedCode;
import dev.chesterton.finding.AddedCode.Wrong;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.RuleId;
import dev.chesterton.syntax.TruthComparison;
import java.util.List;

/** A truth value is compared with something that is none, because a parenthesis stands wrong. */
public final class TruthComparedRule implements Rule {

  @Override
  public RuleId id() {
    return new RuleId("truth-compared");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.patch()
        .additions()
        .stream()
        .filter(AddedCode::isC)
        .flatMap(code -> code.truthComparisons().stream())
        .map(wrong -> finding(wrong, context))
        .toList();
  }

  private static Finding finding(Wrong wrong, RuleContext context) {
    TruthComparison comparison = wrong.comparison();
    String claim = "'%s' is 0 or 1, and is compared by '%s' with '%s'".formatted(
        comparison.value(), comparison.operator(), comparison.other());
    return new Finding(context.page().id(), context.page().severity(), comparison.value(), claim,
        wrong.line(), List.of(),
        List.of(context.patch()
            .ownLine(EvidenceKind.OWN_LINE, wrong.line().mailLine(), wrong.line().text(),
                "the patch adds it")));
  }
}
