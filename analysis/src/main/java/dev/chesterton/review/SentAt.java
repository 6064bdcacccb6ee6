package dev.chesterton.review;

import dev.chesterton.index.Index;
import dev.chesterton.patch.Posting.Patch;
import java.time.Instant;

/**
 * When a patch was sent: what is older was before it. What {@code git format-patch} has just written has the date of the
 * commit, which may be a year ago, and no Message-ID.
 */
final class SentAt {
  private SentAt() {}

  /** The date of the mail; {@link Instant#MAX} for one that is still to be sent, which all the store has comes before. */
  static Instant of(Patch patch, Index index) {
    boolean isToBeSent = patch.message().id().isMade()
        && index.mail(patch.message().id()).isEmpty();
    return isToBeSent ? Instant.MAX : patch.message().date().instant();
  }
}
