package dev.chesterton.link;

import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the patch mails a commit may have come from. Candidates come from every way there is, whatever the others
 * answered; each is then compared as a whole, see {@link Likeness}.
 */
final class PostingFinder {
  private static final int MOST_CANDIDATES = 50;

  /** The heaviest overlaps: versions of one patch are seldom more, and who shares less is not nearer. */
  private static final int MOST_OVERLAPS = 30;

  /** Below, by rarity, changes share what neighbours in one file share. */
  private static final double NEAR_LINES = 0.1;

  /** Below, titles share only the words that all titles of a subsystem share. */
  private static final double NEAR_TITLE = 0.6;

  private final Index index;

  PostingFinder(Index index) {
    this.index = index;
  }

  /** By trailer, patch-id, lines, title and author date. */
  Postings ofCommit(ChangeDigest commit, Known known) {
    Candidates candidates = new Candidates(commit);
    ways(commit)
        .flatMap(way -> index.changes(way, Among.MAILS, known.until(), MOST_CANDIDATES).stream())
        .forEach(mail -> candidates.add(mail, 0));
    for (Overlap overlap : index
        .overlapping(
            LineQuery.same(commit, Among.MAILS, known.until(), MOST_OVERLAPS, NEAR_LINES))) {
      candidates.add(overlap.change(), overlap.weight());
    }
    if (known.trailers()) {
      commit.links()
          .stream()
          .flatMap(id -> index.changes(new ChangeQuery.OfMail(id), Among.MAILS, known.until(), 1)
              .stream())
          .forEach(candidates::addNamed);
    }
    return candidates.postings();
  }

  /**
   * The commits that came from a mail: those that might, asked in turn which mail they came from, so that both directions
   * give one answer. Commits for which another version is the answer follow.
   */
  List<Link> ofMail(ChangeDigest mail, Known known) {
    if (index.summary().trees().isEmpty()) {
      return List.of();
    }
    Map<String, ChangeDigest> commits = new LinkedHashMap<>();
    Stream.concat(ways(mail)
        .flatMap(way -> index.changes(way, Among.COMMITS, known.until(), MOST_CANDIDATES).stream()),
        index
            .overlapping(
                LineQuery.same(mail, Among.COMMITS, known.until(), MOST_OVERLAPS, NEAR_LINES))
            .stream()
            .map(Overlap::change))
        .forEach(commit -> commits.putIfAbsent(commit.head().key(), commit));
    if (known.trailers()) {
      index.commitsLinking(new MessageId(mail.head().key()), known.until(), MOST_CANDIDATES)
          .stream()
          .flatMap(head -> index.commitChange(head.id()).stream())
          .forEach(commit -> commits.putIfAbsent(commit.head().key(), commit));
    }
    return commits.values()
        .stream()
        .flatMap(commit -> links(ofCommit(commit, known), mail.head().key()))
        .sorted(Comparator.comparing(Ranked::isAnswer)
            .thenComparingDouble(ranked -> ranked.link().score())
            .reversed()
            .thenComparing(ranked -> ranked.link().from().key()))
        .map(Ranked::link)
        .toList();
  }

  private record Ranked(Link link, boolean isAnswer) {}

  private static Stream<Ranked> links(Postings postings, String mail) {
    return postings.links()
        .stream()
        .filter(link -> link.to().key().equals(mail))
        .map(link -> new Ranked(link, postings.answer().filter(link::equals).isPresent()));
  }

  private static Stream<ChangeQuery> ways(ChangeDigest change) {
    return Stream.of(
        change.patchId().map(id -> (ChangeQuery) new ChangeQuery.WithPatchId(id)).stream(),
        change.changeId().map(id -> (ChangeQuery) new ChangeQuery.WithChangeId(id)).stream(),
        Stream.<ChangeQuery>of(new ChangeQuery.Titled(change.title()),
            new ChangeQuery.MadeAt(change.made())))
        .flatMap(way -> way);
  }

  /** By title alone: all that is known of a commit that no tree at hand has. */
  List<Link> ofTitle(Anchor commit, String title, Instant until) {
    List<Criterion> words = Titles.words(title)
        .stream()
        .map(word -> (Criterion) new Criterion.Words(Criterion.Part.TITLE, word))
        .toList();
    Criterion near = Criterion.all(new Criterion.Any(words),
        new Criterion.OfKind(List.of(Criterion.Kind.PATCH)),
        new Criterion.Between(Instant.MIN, until));
    return index.search(new SearchQuery(near, SearchQuery.Order.RELEVANCE, 0, MOST_CANDIDATES))
        .heads()
        .stream()
        .map(head -> new Titled(head, Titles.similarity(title, Titles.bare(head.title()))))
        .filter(titled -> titled.similarity() >= NEAR_TITLE)
        .sorted(Comparator.comparingDouble(Titled::similarity)
            .thenComparing(titled -> titled.mail().instant())
            .reversed()
            .thenComparing(titled -> titled.mail().key()))
        .map(titled -> new Link(commit, Anchor.of(titled.mail()),
            List.of(new Evidence.SimilarTitle(titled.similarity()))))
        .toList();
  }

  private record Titled(Head mail, double similarity) {}
}
