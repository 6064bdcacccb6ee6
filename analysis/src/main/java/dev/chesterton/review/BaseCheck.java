package dev.chesterton.review;

import dev.chesterton.finding.Claim;
import dev.chesterton.finding.Claim.Verdict;
import dev.chesterton.history.CommitId;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.TreeAt;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Series;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks of each commit that a patch cites whether the base holds it that its series names in a {@code base-commit:} line,
 * as {@code git format-patch --base} writes it.
 */
final class BaseCheck {
  private static final Pattern BASE = Pattern.compile("base-commit: ([0-9a-f]{40})");

  /** Some weeks of the kernel and some dozen milliseconds; what is older is in every base. */
  private static final int MOST_COMMITS = 5000;

  private final List<TreeAt> trees;
  private final Optional<CommitId> base;

  BaseCheck(List<TreeAt> trees, Series series) {
    this.trees = trees;
    this.base = Stream.concat(series.cover().stream(), series.patches().stream())
        .flatMap(BaseCheck::named)
        .findFirst();
  }

  private static Stream<CommitId> named(Posting posting) {
    return posting.message()
        .lines()
        .stream()
        .map(BASE::matcher)
        .filter(Matcher::matches)
        .map(found -> new CommitId(found.group(1)));
  }

  /** The claim, with another verdict where its commit is rightly cited and not in the base. */
  Claim check(Claim claim) {
    boolean isFound = claim.verdict() == Verdict.CORRECT || claim.verdict() == Verdict.NO_TITLE;
    return isFound && claim.commit() instanceof Anchor.OfCommit cited
        && base.filter(from -> isMissing(cited.head().id(), from)).isPresent()
            ? claim.with(Verdict.NOT_IN_BASE)
            : claim;
  }

  /** Whether one of the trees has both and no way from one to the other. */
  private boolean isMissing(CommitId cited, CommitId from) {
    return trees.stream()
        .anyMatch(at -> !at.tree().isAncestor(cited, from, MOST_COMMITS).orElse(true));
  }
}
