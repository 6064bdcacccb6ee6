package dev.chesterton.finding;

import java.util.function.Supplier;

/**
 * All that a rule may know.
 *
 * @param patch what is reviewed, for rules that look at what it adds or says
 * @param losses what the patch takes away, the series as a whole considered
 * @param reasons what mail and git have to say of it
 * @param source gives the file of the rule, which is read when first asked for: mostly a rule finds nothing
 */
public record RuleContext(UnderReview patch, Losses losses, Reasons reasons,
    Supplier<RulePage> source) {

  /** With a file that was read. */
  public RuleContext(UnderReview patch, Losses losses, Reasons reasons, RulePage page) {
    this(patch, losses, reasons, () -> page);
  }

  /** The file of the rule, with the words it looks for. */
  public RulePage page() {
    return source.get();
  }
}
