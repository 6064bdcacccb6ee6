package dev.chesterton.web.view;

import java.util.List;

/**
 * The page of a rule.
 *
 * @param text the Markdown, rendered and cleaned
 * @param matches what it looks for, by kind
 * @param answers what readers said to its findings
 */
public record RuleView(String id, String title, String severity, String since,
    List<Match> matches, CleanHtml text, List<RuleLink> others, Answered answers) {

  /**
   * What readers of this server said to its findings.
   *
   * @param counts in a sentence
   * @param wrong answers that say so, newest first
   * @param more of these that are not shown
   */
  public record Answered(String counts, List<AnswerView> wrong, int more) {}

  /** Name patterns of one kind. */
  public record Match(String kind, String patterns) {}

  /** Another rule. */
  public record RuleLink(String title, String address, boolean here) {}
}
