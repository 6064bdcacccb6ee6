package dev.chesterton.link;

import dev.chesterton.change.Change;
import dev.chesterton.change.Citations;
import dev.chesterton.change.LineKeys;
import dev.chesterton.change.PatchId;
import dev.chesterton.history.Commit;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Hits;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.StoredMail;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the patch mails a commit may have come from. */
final class PostingFinder {
  private static final int MOST_CANDIDATES = 50;

  /** Below, titles share only the words that all titles of a subsystem share. */
  private static final double NEAR_TITLE = 0.6;

  /** Below, a mail shares with the commit what neighbours in one file share. */
  private static final double NEAR_LINES = 0.2;

  /** Lines in which maintainers name the mail they applied. */
  private static final Pattern TRAILER = Pattern.compile("^(Link|Message-Id): ",
      Pattern.CASE_INSENSITIVE);

  private final Index index;

  PostingFinder(Index index) {
    this.index = index;
  }

  /**
   * By link, patch-id, lines and title, all evidence kept. Mails sent after the bound are passed over, and those sent
   * after the commit unless it names them: clocks differ.
   */
  List<Link> ofCommit(CommitHead head, Commit commit, Instant until) {
    Candidates candidates = new Candidates(new Anchor.OfCommit(head));
    Change change = commit.change();
    Instant bound = bound(head, until);
    byTrailer(commit.message(), until)
        .forEach(mail -> candidates.add(mail, new Evidence.LinkTrailer(mail.id().value())));
    PatchId.of(change)
        .ifPresent(id -> byPatchId(id, bound)
            .forEach(mail -> candidates.add(mail, new Evidence.SamePatchId(id.hex()))));
    byLines(change, bound).forEach(overlap -> candidates.add(overlap.head(),
        new Evidence.SharedLines(overlap.shared().size(), overlap.share())));
    addByTitle(head.title(), bound, candidates);
    return candidates.bestFirst();
  }

  /** By title alone, where the tree of a commit is not at hand. */
  List<Link> ofCommit(CommitHead head, Instant until) {
    return ofTitle(new Anchor.OfCommit(head), head.title(), bound(head, until));
  }

  private static Instant bound(CommitHead head, Instant until) {
    return head.committed().isBefore(until) ? head.committed() : until;
  }

  /** By title alone: all that is known of a commit that no tree at hand has. */
  List<Link> ofTitle(Anchor commit, String title, Instant until) {
    Candidates candidates = new Candidates(commit);
    addByTitle(title, until, candidates);
    return candidates.bestFirst();
  }

  /** A mail named in running text is one the author speaks of. */
  private List<MailHead> byTrailer(String message, Instant until) {
    List<String> lines = List.of(message.split("\n", -1));
    return NamedMails.in(Citations.of(message),
        citation -> TRAILER.matcher(lines.get(citation.line() - 1)).find())
        .flatMap(id -> index.mail(id).stream())
        .map(StoredMail::head)
        .filter(head -> head.kind() == MailKind.PATCH && !head.instant().isAfter(until))
        .toList();
  }

  private List<Head> byPatchId(PatchId id, Instant until) {
    return index.withPatchId(id, MOST_CANDIDATES)
        .stream()
        .filter(head -> head instanceof MailHead && !head.instant().isAfter(until))
        .toList();
  }

  private Stream<Overlap> byLines(Change change, Instant until) {
    LineKeys added = change.addedKeys();
    boolean adds = !added.isEmpty();
    LineQuery query = new LineQuery(adds ? added : change.removedKeys(),
        adds ? Side.ADDED : Side.REMOVED,
        Among.MAILS, until, MOST_CANDIDATES);
    return index.overlapping(query)
        .stream()
        .filter(overlap -> overlap.share() >= NEAR_LINES && overlap.head() instanceof MailHead mail
            && mail
                .kind() == MailKind.PATCH);
  }

  private void addByTitle(String title, Instant until, Candidates candidates) {
    List<Criterion> words = Titles.words(title)
        .stream()
        .map(word -> (Criterion) new Criterion.Words(Criterion.Part.TITLE, word))
        .toList();
    Criterion near = Criterion.all(new Criterion.Any(words),
        new Criterion.OfKind(List.of(Criterion.Kind.PATCH)),
        new Criterion.Between(Instant.MIN, until));
    Hits hits = index
        .search(new SearchQuery(near, SearchQuery.Order.RELEVANCE, 0, MOST_CANDIDATES));
    for (Head head : hits.heads()) {
      double similarity = Titles.similarity(title, Titles.bare(head.title()));
      if (similarity >= NEAR_TITLE) {
        candidates.add(head, new Evidence.SimilarTitle(similarity));
      }
    }
  }
}
