package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Review;
import dev.chesterton.review.Reviewer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reviews, the last few of them remembered: a reader comes back, switches between {@code sent} and {@code now}, asks for
 * the JSON. The same state of the store gives the same review, so none is ever wrong.
 */
final class Reviews {

  /** A large review holds some megabytes. */
  private static final int MOST_REMEMBERED = 12;

  private final RuleBook rules;
  private final Map<Key, Review> remembered = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Review> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };

  Reviews(RuleBook rules) {
    this.rules = rules;
  }

  private record Key(long generation, MessageId id, String asOf) {}

  /** Empty where the store has no patch with this id. */
  Optional<Review> of(MessageId id, AsOf asOf, Snapshot snapshot) {
    Key key = new Key(snapshot.generation(), id, asOf.word());
    synchronized (remembered) {
      Review known = remembered.get(key);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<Review> made = make(id, asOf, snapshot);
    synchronized (remembered) {
      made.ifPresent(review -> remembered.put(key, review));
    }
    return made;
  }

  private Optional<Review> make(MessageId id, AsOf asOf, Snapshot snapshot) {
    return new Reviewer(snapshot.index(), rules, snapshot.trees()).review(id, asOf);
  }
}
