package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Review;
import dev.chesterton.review.Reviewer;
import dev.chesterton.review.Screening;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews patches that a request brings, as {@code check FILE} does. */
final class Checks {
  private final RuleBook rules;

  Checks(RuleBook rules) {
    this.rules = rules;
  }

  /** In the order of the mails; a patch that comes alone and is in the store is reviewed with the series it has there. */
  List<Review> of(PostedMails mails, AsOf asOf, Snapshot snapshot) {
    Reviewer reviewer = new Reviewer(snapshot.index(), rules, snapshot.trees());
    return mails.patches()
        .stream()
        .map(patch -> reviewer.reviewOf(patch, mails.postings(), asOf))
        .toList();
  }

  /** Looks them over, in the order of the mails: the Message-ID of each with what {@code check --all} finds. */
  List<Map.Entry<MessageId, Screening>> screened(PostedMails mails, AsOf asOf,
      Snapshot snapshot) {
    Reviewer reviewer = new Reviewer(snapshot.index(), rules, snapshot.trees());
    return mails.patches()
        .stream()
        .map(patch -> Map.entry(patch.message().id(),
            reviewer.screen(patch, mails.postings(), asOf)))
        .toList();
  }

  /** A patch of the store; empty where it has none with this id. */
  Optional<Review> ofStore(MessageId id, Snapshot snapshot) {
    return new Reviewer(snapshot.index(), rules, snapshot.trees()).review(id, new AsOf.Now());
  }
}
