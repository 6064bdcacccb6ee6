package dev.chesterton.web;

import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.mail.MessageId;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.MailLinks;
import java.util.Optional;

/** The store as of one commit of it, with the trees at hand; good for one request. */
record Snapshot(Index index, StoreSummary summary, CommitChanges trees) implements MailLinks {

  long generation() {
    return summary.generation();
  }

  /** The head of a mail, without opening the mail. */
  Optional<MailHead> head(MessageId id) {
    Criterion same = new Criterion.Labelled(Criterion.Label.MESSAGE_ID, id.value());
    return index.search(SearchQuery.newest(same, 1))
        .heads()
        .stream()
        .filter(MailHead.class::isInstance)
        .map(MailHead.class::cast)
        .findFirst();
  }

  @Override
  public Optional<String> address(MessageId id) {
    return head(id).map(Address::mail);
  }
}
