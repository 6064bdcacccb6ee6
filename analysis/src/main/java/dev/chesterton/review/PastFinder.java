package dev.chesterton.review;

import dev.chesterton.change.LineKey;
import dev.chesterton.finding.rank.Past;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.Tally;
import dev.chesterton.index.TallyQuery;
import dev.chesterton.index.TallyQuery.Did;
import dev.chesterton.patch.Posting.Patch;
import java.time.Instant;

/** Asks the index what happened before a patch was sent, its own versions left out. */
final class PastFinder implements Past {
  private final Index index;
  private final String title;
  private final Instant sent;

  PastFinder(Index index, Patch patch) {
    this.index = index;
    this.title = patch.subject().title();
    this.sent = SentAt.of(patch, index);
  }

  @Override
  public Tally adding(String name) {
    return tally(new Did.AddName(name));
  }

  @Override
  public Tally removing(LineKey line) {
    return tally(new Did.RemoveLine(line));
  }

  private Tally tally(Did did) {
    return index.tally(new TallyQuery(did, sent, title));
  }

  @Override
  public int versions() {
    return index.changes(new ChangeQuery.Titled(title), Among.MAILS, sent.minusSeconds(1),
        MOST_VERSIONS).size();
  }
}
