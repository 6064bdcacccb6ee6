package dev.chesterton.finding;

import java.util.List;

/** Looks for one kind of loss. Rules keep no state: one object serves all reviews. */
public interface Rule {

  RuleId id();

  /** What it finds is a warning only where the rank of the patch is high: alone it is daily business. */
  default boolean isRanked() {
    return false;
  }

  /** Whether it looks at what a patch takes away; otherwise the patch itself is enough for it. */
  default boolean readsLosses() {
    return isRanked();
  }

  /** What this rule has to say of a patch; mostly nothing. */
  List<Finding> check(RuleContext context);
}
