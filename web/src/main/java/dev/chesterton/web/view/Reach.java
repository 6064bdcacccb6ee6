package dev.chesterton.web.view;

import dev.chesterton.index.StoreSummary;
import dev.chesterton.review.Counted;
import dev.chesterton.review.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was looked at and what was not, one sentence each: nothing found is not the same as not looked at. */
final class Reach {

  private Reach() {}

  static List<String> of(Review review) {
    List<String> sentences = new ArrayList<>();
    StoreSummary reach = review.reach();
    reach.archives()
        .forEach(span -> sentences.add(String.format(Locale.ROOT,
            "Looked at: %s of list %s, %s to %s; "
                + "earlier or later mails were not looked at.",
            Counted.of(span.count(), "mail"),
            span.name(), Dates.day(span.first()), Dates.day(span.last()))));
    reach.trees()
        .forEach(span -> sentences
            .add(String.format(Locale.ROOT, "Looked at: %s of tree %s, %s to %s.",
                Counted.of(span.count(), "commit"), span.name(), Dates.day(span.first()),
                Dates.day(span.last()))));
    if (reach.trees().isEmpty()) {
      sentences.add("Not looked at: commits, since no tree is configured. Commits are known from"
          + " those who cite them, fixes from the patch mails.");
    }
    if (!review.until().equals(Instant.MAX)) {
      sentences.add("Not looked at: anything after " + Dates.minute(review.until())
          + ", as asked for.");
    }
    if (review.losses().isEmpty()) {
      sentences.add("Not looked for: earlier fixes and attempts, since the patch takes no line away"
          + " that its series does not put back.");
    }
    sentences
        .add(
            "Objections and questions are told from other replies by their words alone: the thread says what was meant.");
    review.notes().forEach(note -> sentences.add(Words.plain(note)));
    return sentences;
  }
}
