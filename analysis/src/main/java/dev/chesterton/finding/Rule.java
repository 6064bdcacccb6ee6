package dev.chesterton.finding;

import java.util.List;

/** Looks for one kind of loss. Rules keep no state: one object serves all reviews. */
public interface Rule {

  RuleId id();

  /** What this rule has to say of a patch; mostly nothing. */
  List<Finding> check(RuleContext context);
}
