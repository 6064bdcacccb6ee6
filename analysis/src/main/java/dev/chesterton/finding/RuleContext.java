package dev.chesterton.finding;

/**
 * All that a rule may know.
 *
 * @param patch what is reviewed, for rules that look at what it adds or says
 * @param losses what the patch takes away, the series as a whole considered
 * @param reasons what mail and git have to say of it
 * @param page the file of the rule, with the words it looks for
 */
public record RuleContext(UnderReview patch, Losses losses, Reasons reasons, RulePage page) {}
