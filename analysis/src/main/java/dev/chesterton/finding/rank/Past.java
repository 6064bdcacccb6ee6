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

  /** Nothing happened before. */
  Past NOTHING = new Past() {
    @Override
    public Tally adding(String name) {
      return Tally.NONE;
    }

    @Override
    public Tally removing(LineKey line) {
      return Tally.NONE;
    }

    @Override
    public int versions() {
      return 0;
    }
  };

  /** As much happened as a rank can tell: every call was added by fixes alone, every line was taken away before. */
  Past MOST = new Past() {
    @Override
    public Tally adding(String name) {
      return new Tally(Integer.MAX_VALUE - 2, Integer.MAX_VALUE - 2);
    }

    @Override
    public Tally removing(LineKey line) {
      return new Tally(1, 0);
    }

    @Override
    public int versions() {
      return MOST_VERSIONS;
    }
  };

  /** More versions than these are not counted. */
  int MOST_VERSIONS = 50;
}
