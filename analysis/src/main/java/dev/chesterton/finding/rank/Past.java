package dev.chesterton.finding.rank;

import dev.chesterton.change.LineKey;
import dev.chesterton.index.Tally;

/** What happened before a patch was sent; nothing later than the bound of the review is in it. */
public interface Past {

  /** Changes that added a line with this name. */
  Tally adding(String name);

  /** Changes under another title that took this line away. */
  Tally removing(LineKey line);

  /** Earlier mails with the title of the patch. */
  int versions();
}
