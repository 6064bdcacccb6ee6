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
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Answers who put lines there, who tried to take them away, and which mails and commits speak of them. Everything sent
 * or committed after the bound given is passed over.
 */
public final class Linker {
  private static final int MOST_ORIGINS = 20;
  private static final int MOST_ATTEMPTS = 20;
  private static final int MOST_MAILS = 50;

  /** Below, a removed line in common is a coincidence of two patches to one file. */
  private static final double SAME_ATTEMPT = 0.3;

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
   * Changes that added some of these lines, by weight; commits before mails.
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
    LineQuery query = new LineQuery(removed, Side.REMOVED, Among.MAILS, until, MOST_ATTEMPTS);
    List<Attempt> attempts = new ArrayList<>();
    for (Overlap overlap : index.overlapping(query)) {
      if (overlap.head() instanceof MailHead mail && isOther.test(mail)) {
        attempt(overlap, mail, functions, until).ifPresent(attempts::add);
      }
    }
    return attempts;
  }

  private Optional<Attempt> attempt(Overlap overlap, MailHead mail, Set<String> functions,
      Instant until) {
    if (mail.kind() != Head.MailKind.PATCH) {
      return Optional.empty();
    }
    Optional<StoredMail> stored = index.mail(mail.id());
    Set<String> both = stored.map(found -> vanishing(found, functions)).orElse(Set.of());
    if (overlap.share() < SAME_ATTEMPT && both.isEmpty()) {
      return Optional.empty();
    }
    Evidence.SharedLines evidence = new Evidence.SharedLines(overlap.shared().size(),
        overlap.share());
    Excerpt words = stored.flatMap(OwnWords::first)
        .orElseGet(() -> new Excerpt(Anchor.of(mail), 1, mail.title()));
    return Optional.of(new Attempt(mail, words, evidence, both, answers(mail, until)));
  }

  /** Of these names those that the patch of this mail takes away too: removed somewhere and added nowhere. */
  private static Set<String> vanishing(StoredMail mail, Set<String> functions) {
    if (!(mail.posting() instanceof Posting.Patch patch)) {
      return Set.of();
    }
    Set<String> vanishing = new TreeSet<>();
    for (String function : functions) {
      Predicate<String> names = Identifiers.naming(function);
      boolean removed = patch.change().removed().anyMatch(line -> names.test(line.text()));
      boolean added = patch.change().added().anyMatch(line -> names.test(line.text()));
      if (removed && !added) {
        vanishing.add(function);
      }
    }
    return vanishing;
  }

  /** What was said to a mail by others and by its sender, by date: the first words of each that are not quoted. */
  public List<Excerpt> answers(MailHead mail, Instant until) {
    return replies(index.thread(mail.id())
        .stream()
        .map(ThreadMember::head)
        .filter(head -> !head.instant().isAfter(until))
        .toList());
  }

  /** The first own words of each reply among these mails. */
  public List<Excerpt> replies(List<MailHead> mails) {
    return mails.stream()
        .filter(head -> head.kind() == Head.MailKind.REPLY)
        .flatMap(head -> index.mail(head.id()).stream())
        .flatMap(stored -> OwnWords.first(stored).stream())
        .toList();
  }

  /** Mails, patches left out, that name an identifier in words of their own, oldest first. */
  public List<Excerpt> discussion(String identifier, Instant until) {
    Criterion criterion = Criterion.all(new Criterion.Words(Criterion.Part.TEXT, identifier),
        new Criterion.OfKind(List
            .of(Criterion.Kind.REPLY, Criterion.Kind.LETTER)),
        new Criterion.Between(Instant.MIN, until));
    return index.search(SearchQuery.newest(criterion, MOST_MAILS))
        .heads()
        .stream()
        .flatMap(head -> index.mail(new MessageId(head.key())).stream())
        .flatMap(mail -> OwnWords.naming(mail, identifier).stream())
        .sorted((a, b) -> a.source()
            .instant()
            .orElse(Instant.EPOCH)
            .compareTo(b.source()
                .instant()
                .orElse(
                    Instant.EPOCH)))
        .toList();
  }

  /** Patch mails a change came from, best first; none where it is a mail itself. */
  public List<Link> postings(Anchor change) {
    return change instanceof Anchor.OfCommit commit
        ? commits.postings(commit.head(), commit.head().committed())
        : List.of();
  }

  /** Mails that the message of a commit, or the log of a patch, names: the report behind it, or its discussion. */
  public List<Link> reports(Anchor change, Instant until) {
    List<Citation> citations = switch (change) {
      case Anchor.OfCommit commit -> index.commit(commit.head().id())
          .map(stored -> Citations.of(stored.message()))
          .orElse(List.of());
      case Anchor.OfMail mail -> index.mail(mail.head().id())
          .map(stored -> stored.posting().citations())
          .orElse(List
              .of());
      case Anchor.OfUnknownCommit _ -> List.of();
    };
    return citations.stream()
        .filter(citation -> citation instanceof Citation.OfMail mail && !mail.masked())
        .map(citation -> ((Citation.OfMail) citation).messageId())
        .distinct()
        .flatMap(id -> index.mail(new MessageId(id)).stream())
        .filter(mail -> !mail.head().instant().isAfter(until))
        .map(mail -> new Link(change, new Anchor.OfMail(mail.head()),
            List.of(new Evidence.LinkTrailer(mail.head()
                .key()))))
        .toList();
  }
}
