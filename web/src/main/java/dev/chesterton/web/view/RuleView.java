package dev.chesterton.web.view;

import java.util.List;

/**
 * The page of a rule.
 *
 * @param text the Markdown, rendered and cleaned
 * @param matches what it looks for, by kind
 */
public record RuleView(String id, String title, String severity, String since,
    List<Match> matches, CleanHtml text, List<RuleLink> others) {

  /** Name patterns of one kind. */
  public record Match(String kind, String patterns) {}

  /** Another rule. */
  public record RuleLink(String title, String address, boolean here) {}
}
