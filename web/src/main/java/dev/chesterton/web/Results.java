package dev.chesterton.web;

import dev.chesterton.change.FilePath;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Hits;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.SearchQuery.Order;
import java.time.Instant;
import java.util.List;

/**
 * One page of what a search found.
 *
 * @param count all that match, at least so many where it is not {@code exact}
 */
record Results(List<Found> found, long count, boolean exact, Facets facets) {

  static final int PAGE = 50;

  Results {
    found = List.copyOf(found);
  }

  /** @param skip results passed over */
  static Results of(String query, Criterion criterion, Order order, int skip, Snapshot snapshot) {
    Hits first = search(criterion, order, 0, Facets.MOST_COUNTED, snapshot);
    boolean here = skip + PAGE <= Facets.MOST_COUNTED || first.heads().size() == first.count();
    List<Head> heads = here
        ? first.heads()
            .subList(Math.min(skip, first.heads().size()),
                Math.min(skip + PAGE, first.heads().size()))
        : search(criterion, order, skip, PAGE, snapshot).heads();
    Snippets snippets = new Snippets(criterion, snapshot);
    return new Results(heads.stream().map(head -> new Found(head, snippets.of(head))).toList(),
        first.count(), first.exact(),
        Facets.of(query, first.heads(), head -> paths(head, snapshot.index())));
  }

  private static List<FilePath> paths(Head head, Index index) {
    return switch (head) {
      case Head.MailHead mail when mail.kind() != MailKind.PATCH -> List.of();
      case Head.MailHead mail -> index.changes(new ChangeQuery.OfMail(mail.id()), Among.MAILS,
          Instant.MAX, 1)
          .stream()
          .flatMap(change -> change.paths().stream())
          .toList();
      case Head.CommitHead commit -> index.commitChange(commit.id())
          .map(change -> change.paths())
          .orElse(List.of());
    };
  }

  private static Hits search(Criterion criterion, Order order, int skip, int limit,
      Snapshot snapshot) {
    return snapshot.index().search(new SearchQuery(criterion, order, skip, limit));
  }
}
