package dev.chesterton.finding.rank;

/**
 * What a patch is ranked by. Each was weighed alone and together with the others, and each has a reason to hold on any
 * list: docs/fences.md.
 */
public enum Signal {
  EFFECTS("effects", "calls, stores and conditions lost inside functions that stay, counted to 2"),
  CONDITIONS("conditions",
      "conditions that the patch does not put back as they were, counted to 20"),
  RETURNS("returns", "returns that the patch does not put back as they were"),
  COUNTERS("counters", "accounting lines lost inside functions that stay"),
  NO_CALL("no-call", "no call is lost inside a function that stays"),
  REASONS("reasons", "comments lost that give a reason"),
  REMOVED_BEFORE("removed-before", "lost lines that other patches took away before, counted to 2"),
  FIXED_CALLS("fixed-calls", "share of fixes among the changes that had added a lost call"),
  SIZE("size", "removed lines, counted to 60"),
  REMOVAL_TITLE("removal-title", "the title speaks of removing, in code that stays"),
  UNNEEDED_TITLE("unneeded-title", "the title calls something unneeded"),
  LOG("log", "length of the message"),
  SERIES("series", "patches sent together"),
  VERSIONS("versions", "earlier versions"),
  FIX("fix", "the patch names the commit it fixes");

  private final String word;
  private final String title;

  Signal(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** As the weights name it. */
  public String word() {
    return word;
  }

  /** What it counts, for a reader. */
  public String title() {
    return title;
  }
}
