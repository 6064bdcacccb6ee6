package dev.chesterton.finding.rule;

import dev.chesterton.finding.Claim;
import dev.chesterton.finding.Claim.Verdict;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.RuleId;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Titles;
import java.util.ArrayList;
import java.util.List;

/** A {@code Fixes:} trailer leads to another commit than the one whose title it gives. */
public final class FixesMismatchRule implements Rule {

  @Override
  public RuleId id() {
    return new RuleId("fixes-mismatch");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.patch()
        .claims()
        .stream()
        .filter(FixesMismatchRule::isWrong)
        .map(claim -> finding(claim, context))
        .toList();
  }

  /** A title that is misspelt, cut or missing leads to the right commit all the same. */
  private static boolean isWrong(Claim claim) {
    return switch (claim.verdict()) {
      case OTHER_ID, OTHERS_DIFFER -> true;
      case TITLE_DIFFERS -> Titles.areStrangers(title(claim), claim.commit().title());
      case CORRECT, NO_TITLE, NOT_IN_BASE, AMBIGUOUS, UNKNOWN, NO_TREE -> false;
    };
  }

  private static Finding finding(Claim claim, RuleContext context) {
    String hex = claim.citation().hex();
    String real = claim.commit().title();
    String claimed = switch (claim.verdict()) {
      case OTHER_ID -> "no tree at hand has %s; \"%s\" is commit %s".formatted(hex, title(claim),
          claim.abbreviated());
      case OTHERS_DIFFER -> "others cite %s as \"%s\", not \"%s\"".formatted(hex, real,
          title(claim));
      default -> "%s is \"%s\", not \"%s\"".formatted(hex, real, title(claim));
    };
    return new Finding(context.page().id(), context.page().severity(), hex, claimed,
        new MessageLine(claim.citation().line(), claim.words().words()), List.of(),
        reasons(claim, context));
  }

  private static List<Reason> reasons(Claim claim, RuleContext context) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(context.patch()
        .ownLine(EvidenceKind.CLAIM, claim.citation().line(), claim.words().words(),
            claim.verdict().words()));
    if (claim.verdict() != Verdict.OTHERS_DIFFER) {
      Evidence how = claim.verdict() == Verdict.OTHER_ID ? new Evidence.SimilarTitle(1)
          : new Evidence.Cited(claim.citation().hex());
      reasons.add(new Reason(EvidenceKind.CLAIM,
          new Excerpt(claim.commit(), 1, claim.commit().title()), how));
    }
    return reasons;
  }

  private static String title(Claim claim) {
    return claim.citation().title().orElse("");
  }
}
