package dev.chesterton.link;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citations;
import dev.chesterton.change.LineKeys;
import dev.chesterton.index.ChangeDigest;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers who put lines there, who tried to take them away, and which mails and commits speak of them. Everything sent
 * or committed after the bound given is passed over.
 */
public final class Linker {
  private static final int MOST_ORIGINS = 20;
  private static final int MOST_MAILS = 50;

  private final Index index;
  private final CommitFinder commits;
  private final PostingFinder postings;

  public Linker(Index index) {
    this.index = index;
    this.commits = new CommitFinder(index);
    this.postings = new PostingFinder(index);
  }

  /** The patch mails a commit may have come from. */
  public Postings postings(ChangeDigest commit, Known known) {
    return postings.ofCommit(commit, known);
  }

  /** The commits a patch mail may have become: those it is the answer for first, by their score. */
  public List<Link> commits(ChangeDigest mail, Known known) {
    return postings.ofMail(mail, known);
  }

  /** All that is known of a commit; empty where no tree has it and nobody cites it. */
  public Optional<CommitReference> commit(String hex, Instant until) {
    return commits.find(hex, until);
  }

  /** What a commit is and who cites it, much sooner; empty where no tree has it and nobody cites it. */
  public Optional<CitedCommit> cited(String hex, Instant until) {
    return commits.cited(hex, until);
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
    return Origin.of(change, overlap,
        overlap.isFix() ? fixSign(overlap.head(), change) : Optional.empty());
  }

  /** What shows that a change was a fix, in its own words; empty where nothing does, or no tree has the commit. */
  public Optional<Excerpt> signOfFix(Anchor change) {
    return change instanceof Anchor.Stored stored ? fixSign(stored.head(), change)
        : Optional.empty();
  }

  /** The same of a commit that the store need not have. */
  public static Optional<Excerpt> signOfFix(String message, Anchor source) {
    return FixSigns.in(message, source, 1);
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
   * Earlier patch mails that removed the same lines of the same files or the same functions, heaviest overlap first; those
   * that moved them are none.
   */
  public List<Attempt> attempts(Removal removal, Instant until, Predicate<Head> isOther) {
    return new AttemptFinder(index, until).find(removal, isOther);
  }

  /** Later commits and patches that undo a change by its lines; commits first, each group by date. */
  public List<Link> undoing(ChangeDigest change, Known known) {
    return new LaterChanges(index, known).undoing(change);
  }

  /** Commits that say they fix or revert this one, by date. */
  public List<Link> repairing(CommitHead commit, Known known) {
    return new LaterChanges(index, known).repairing(commit);
  }

  /** Patch mails that take a commit over into another branch, by date. */
  public List<Backport> backports(CommitHead commit, Known known) {
    return new LaterChanges(index, known).backports(commit);
  }

  /**
   * Open patches of others at the same place and about the same time.
   *
   * @param context keys of the lines around the change
   */
  public List<Link> colliding(ChangeDigest patch, LineKeys context, Duration within,
      Known known) {
    return new LaterChanges(index, known).colliding(patch, context, within);
  }

  /** How a posting ended. */
  public Outcome outcome(ChangeDigest mail, MailHead head, Known known) {
    return new OutcomeFinder(index, known).of(mail, head);
  }

  /** The first own words of each reply among these mails. */
  public List<Excerpt> replies(List<MailHead> mails) {
    return OwnWords.ofReplies(index, mails);
  }

  /**
   * What is said against a patch in its thread, and what is asked, by date.
   *
   * @param patch it need not be in the store
   * @param thread its mails, by date
   */
  public List<Objection> objections(Posting.Patch patch, List<MailHead> thread) {
    return new ObjectionFinder(index).find(patch, thread);
  }

  /**
   * What reviewers say below lines of a patch, with what became of it, by date.
   *
   * @param next the same patch in the next version; empty where there is none
   */
  public List<Comment> comments(Posting.Patch patch, Optional<Posting.Patch> next,
      List<MailHead> thread) {
    return new CommentFinder(index).find(patch, next, thread);
  }

  /** Where replies of a thread deny a reason given in it against the patch, by date. */
  public List<Dispute> disputes(List<Objection> objections, List<MailHead> thread) {
    return new DisputeFinder(index, thread).find(objections);
  }

  /** Later patch mails that name an identifier in title, text or changed lines, by date, each title once. */
  public List<Excerpt> laterPatches(String identifier, Instant after, Instant until) {
    return new LaterPatches(index).naming(identifier, after, until);
  }

  /**
   * Changes that say they repair or revert a commit, by date, each title once.
   *
   * @param hex from 7 digits on
   */
  public List<Excerpt> repairsOf(String hex, Instant until) {
    return new RepairFinder(commits).of(hex, until);
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
    return cited(change, until).stream()
        .filter(cited -> cited.state() == CitedMail.State.FOUND)
        .map(cited -> cited.found().getFirst())
        .map(mail -> new Link(change, new Anchor.OfMail(mail),
            List.of(new Evidence.LinkTrailer(mail.key()))))
        .toList();
  }

  /** Mails that the message of a commit, or a mail, names, found or not; in the order of its text. */
  public List<CitedMail> cited(Anchor change, Instant until) {
    return new NamedMails(index, until).in(citations(change));
  }

  /** Commits that the message of a change cites in this form, in the order of its text. */
  public List<Citation.OfCommit> citedCommits(Anchor change, Citation.CommitForm form) {
    return citations(change).stream()
        .flatMap(citation -> citation instanceof Citation.OfCommit commit && commit.form() == form
            ? Stream.of(commit)
            : Stream.empty())
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
