package dev.chesterton.review;

import dev.chesterton.index.Criterion;
import dev.chesterton.index.Criterion.Kind;
import dev.chesterton.index.Criterion.Part;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.SearchQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds commits of the trees by their titles. */
final class CommitTitles {

  /** Two would do, were some of them not longer or too young. */
  private static final int MOST = 20;

  private final Index index;
  private final Instant until;

  CommitTitles(Index index, Instant until) {
    this.index = index;
    this.until = until;
  }

  /** The one commit that has a title; empty where none has it, and where several have. */
  Optional<CommitHead> only(String title) {
    Criterion wanted = Criterion.all(new Criterion.OfKind(List.of(Kind.COMMIT)),
        new Criterion.Phrase(Part.TITLE, title));
    List<CommitHead> found = index
        .search(new SearchQuery(wanted, SearchQuery.Order.OLDEST, 0, MOST))
        .heads()
        .stream()
        .filter(CommitHead.class::isInstance)
        .map(CommitHead.class::cast)
        .filter(commit -> commit.title().equals(title) && !commit.committed().isAfter(until))
        .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
