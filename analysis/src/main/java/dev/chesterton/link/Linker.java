package dev.chesterton.link;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citations;
import dev.chesterton.change.LineKeys;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Answers who put lines there, who tried to take them away, and which mails and commits speak of them. Everything sent
 * or committed after the bound given is passed over.
 */
public final class Linker {
  private static final int MOST_ORIGINS = 20;
  private static final int MOST_MAILS = 50;

  private final Index index;
  private final CommitFinder commits;

  public Linker(Index index, CommitChanges changes) {
    this.index = index;
    this.commits = new CommitFinder(index, changes);
  }

  /** All that is known of a commit; empty where no tree has it and nobody cites it. */
  public Optional<CommitReference> commit(String hex, Instant until) {
    return commits.find(hex, until);
  }

  /**
   * Changes that added some of these lines: commits, heaviest first, then mails, heaviest first.
   *
   * @param isOther tells mails of the series itself, and of its other versions, from others
   */
  public List<Origin> origins(LineKeys removed, Instant until, Predicate<Head> isOther) {
    List<Origin> origins = new ArrayList<>();
    for (Among among : List.of(Among.COMMITS, Among.MAILS)) {
      index.overlapping(new LineQuery(removed, Side.ADDED, among, until, MOST_ORIGINS))
          .stream()
          .filter(overlap -> isOther.test(overlap.head()))
          .map(this::origin)
          .forEach(origins::add);
    }
    return origins;
  }

  private Origin origin(Overlap overlap) {
    Anchor change = Anchor.of(overlap.head());
    return Origin.of(change, overlap, fixSign(overlap.head(), change));
  }

  private Optional<Excerpt> fixSign(Head head, Anchor source) {
    return switch (head) {
      case CommitHead commit ->
        index.commit(commit.id()).flatMap(stored -> FixSigns.in(stored.message(), source, 1));
      case MailHead mail -> index.mail(mail.id()).flatMap(stored -> fixSign(stored, source));
    };
  }

  private static Optional<Excerpt> fixSign(StoredMail mail, Anchor source) {
    return mail.posting() instanceof Posting.Patch patch
        ? FixSigns.in(patch.log(), source, patch.logLine())
        : Optional.empty();
  }

  /**
   * Earlier patch mails that removed the same lines or the same functions, heaviest overlap first.
   *
   * @param functions names that vanish with the patch
   */
  public List<Attempt> attempts(LineKeys removed, Set<String> functions, Instant until,
      Predicate<Head> isOther) {
    return new AttemptFinder(index, until).find(removed, functions, isOther);
  }

  /** The first own words of each reply among these mails. */
  public List<Excerpt> replies(List<MailHead> mails) {
    return OwnWords.ofReplies(index, mails);
  }

  /** Mails, patches left out, that name an identifier in words of their own, oldest first. */
  public List<Excerpt> discussion(String identifier, Instant until) {
    Criterion criterion = Criterion.all(new Criterion.Words(Criterion.Part.TEXT, identifier),
        new Criterion.OfKind(List.of(Criterion.Kind.REPLY, Criterion.Kind.LETTER)),
        new Criterion.Between(Instant.MIN, until));
    return index.search(SearchQuery.newest(criterion, MOST_MAILS))
        .heads()
        .stream()
        .flatMap(head -> index.mail(new MessageId(head.key())).stream())
        .flatMap(mail -> OwnWords.naming(mail, identifier).stream())
        .sorted(Excerpt.BY_DATE)
        .toList();
  }

  /** Patch mails a change came from, best first; none where it is a mail itself. */
  public List<Link> postings(Anchor change, Instant until) {
    return change instanceof Anchor.OfCommit commit
        ? commits.postings(commit.head(), until)
        : List.of();
  }

  /** Mails that the message of a commit, or the log of a patch, names: the report behind it, or its discussion. */
  public List<Link> reports(Anchor change, Instant until) {
    return NamedMails.in(citations(change), _ -> true)
        .flatMap(id -> index.mail(id).stream())
        .map(StoredMail::head)
        .filter(mail -> !mail.instant().isAfter(until))
        .map(mail -> new Link(change, new Anchor.OfMail(mail),
            List.of(new Evidence.LinkTrailer(mail.key()))))
        .toList();
  }

  private List<Citation> citations(Anchor change) {
    return switch (change) {
      case Anchor.OfCommit commit -> index.commit(commit.head().id())
          .map(stored -> Citations.of(stored.message()))
          .orElse(List.of());
      case Anchor.OfMail mail -> index.mail(mail.head().id())
          .map(stored -> stored.posting().citations())
          .orElse(List.of());
      case Anchor.OfUnknownCommit _ -> List.of();
    };
  }
}
