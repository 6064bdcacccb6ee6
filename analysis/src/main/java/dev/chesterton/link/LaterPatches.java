package dev.chesterton.link;

import dev.chesterton.index.Criterion;
import dev.chesterton.index.Index;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.patch.SubjectParser;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds later patches on the same code by the names they use. */
final class LaterPatches {
  private static final int MOST_MAILS = 60;

  private final Index index;

  LaterPatches(Index index) {
    this.index = index;
  }

  /** By their titles, of several versions the first one. */
  List<Excerpt> naming(String identifier, Instant after, Instant until) {
    Criterion criterion = Criterion.all(
        new Criterion.Words(Criterion.Part.ANYWHERE, identifier),
        new Criterion.OfKind(List.of(Criterion.Kind.PATCH)),
        new Criterion.Between(after, until));
    Set<String> told = new HashSet<>();
    return index.search(new SearchQuery(criterion, SearchQuery.Order.OLDEST, 0, MOST_MAILS))
        .heads()
        .stream()
        .filter(head -> told.add(SubjectParser.parse(head.title()).title()))
        .map(head -> new Excerpt(Anchor.of(head), 1, head.title()))
        .toList();
  }
}
