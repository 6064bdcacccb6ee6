package dev.chesterton.link;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.change.Citations;
import dev.chesterton.change.LineKeys;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.StoredMail;
import dev.chesterton.patch.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what came after a change: who undid it, who repaired it, where it was taken over, who is at the same place. */
final class LaterChanges {
  private static final int MOST = 20;
  private static final int MOST_CITING = 200;

  /** By rarity, of the lines a change touched: a revert has nearly all, a partial one a good part. */
  private static final double PUT_BACK = 0.25;

  private static final double MOST_OF = 0.5;

  /** Two or three rare lines: one is put back by chance. */
  private static final double LEAST_WEIGHT = 12;

  /** Weight of a line that some forty changes have. */
  private static final double RARE = 4;

  private final Index index;
  private final Known known;
  private final OutcomeFinder outcomes;

  LaterChanges(Index index, Known known) {
    this.index = index;
    this.known = known;
    this.outcomes = new OutcomeFinder(index, known);
  }

  /**
   * Commits, then patches, that put back what a change removed and take out what it added; each group by date.
   */
  List<Link> undoing(ChangeDigest change) {
    List<Link> links = new ArrayList<>();
    for (Among among : List.of(Among.COMMITS, Among.MAILS)) {
      index.overlapping(new LineQuery(change.removed(), change.added(), among,
          change.head().instant().plusSeconds(1), known.until(), MOST, PUT_BACK))
          .stream()
          .filter(overlap -> overlap.weight() >= LEAST_WEIGHT && isPatch(overlap.head()))
          .filter(overlap -> undoes(putsBack(change, overlap.change()))
              && sharesFile(change, overlap.change()))
          .sorted(Comparator.comparing((Overlap overlap) -> overlap.head().instant())
              .thenComparing(overlap -> overlap.head().key()))
          .forEach(overlap -> links.add(new Link(Anchor.of(overlap.head()),
              Anchor.of(change.head()), List.of(putsBack(change, overlap.change())))));
    }
    return links;
  }

  /** Lines that were added go again whenever code moves on; that removed ones come back is the sign. */
  private static boolean undoes(Evidence.PutsBack found) {
    if (found.removed() == 0) {
      return found.out() >= MOST_OF * found.added();
    }
    boolean nearlyAll = found.back() + found.out() >= MOST_OF * (found.removed() + found.added())
        && 3 * found.back() >= found.removed();
    return found.back() >= MOST_OF * found.removed() || nearlyAll;
  }

  private static Evidence.PutsBack putsBack(ChangeDigest change, ChangeDigest later) {
    return new Evidence.PutsBack(change.removed().shared(later.added()), change.removed().size(),
        change.added().shared(later.removed()), change.added().size());
  }

  private static boolean isPatch(Head head) {
    return switch (head) {
      case MailHead mail -> mail.kind() == MailKind.PATCH;
      case CommitHead _ -> true;
    };
  }

  private static boolean sharesFile(ChangeDigest one, ChangeDigest other) {
    return one.paths()
        .stream()
        .anyMatch(path -> other.paths().stream().anyMatch(path::endsLike));
  }

  /** Commits that name this one in {@code Fixes:} or as reverted, by date. */
  List<Link> repairing(CommitHead commit) {
    return index.commitsCiting(commit.id().hex(), known.until(), MOST_CITING)
        .stream()
        .flatMap(head -> index.commit(head.id()).stream())
        .flatMap(stored -> cites(Citations.of(stored.message()), commit,
            form -> form == CommitForm.FIXES || form == CommitForm.REVERTS)
            .map(form -> new Link(new Anchor.OfCommit(stored.head()), new Anchor.OfCommit(commit),
                List.of(new Evidence.Cited(words(form)))))
            .stream())
        .toList();
  }

  private static String words(CommitForm form) {
    return form == CommitForm.FIXES ? "what it fixes" : "what it reverts";
  }

  private static Optional<CommitForm> cites(List<Citation> citations, CommitHead commit,
      Predicate<CommitForm> wanted) {
    return citations.stream()
        .flatMap(citation -> citation instanceof Citation.OfCommit cited ? Stream.of(cited)
            : Stream.empty())
        .filter(cited -> commit.id().hex().startsWith(cited.hex()) && wanted.test(cited.form()))
        .map(Citation.OfCommit::form)
        .findFirst();
  }

  /** Patch mails that take a commit over into another branch, by date, each with who asked to leave it out. */
  List<Backport> backports(CommitHead commit) {
    return index.citing(commit.id().hex(), known.until(), MOST_CITING)
        .stream()
        .filter(mail -> mail.kind() == MailKind.PATCH)
        .flatMap(mail -> index.mail(mail.id()).stream())
        .filter(mail -> cites(mail.posting().citations(), commit,
            form -> form == CommitForm.UPSTREAM).isPresent())
        .map(this::backport)
        .toList();
  }

  private Backport backport(StoredMail mail) {
    Posting posting = mail.posting();
    List<Excerpt> objections = index.answers(posting.message().id())
        .stream()
        .filter(answer -> !answer.instant().isAfter(known.until()))
        .flatMap(answer -> index.mail(answer.id()).stream())
        .flatMap(answer -> Refusals.in(answer, mail.head()).stream())
        .toList();
    return new Backport(mail.head(), objections);
  }

  /**
   * Patches of others that are still open, take away the same lines, or lines right beside them, and were sent within some
   * days before or after; nearest in lines first.
   *
   * @param context keys of the lines around the change
   */
  List<Link> colliding(ChangeDigest patch, LineKeys context, Duration within) {
    Instant sent = patch.head().instant();
    Instant until = earlier(known.until(), sent.plus(within));
    LineKeys touched = patch.removed().with(context);
    LineQuery query = new LineQuery(LineKeys.NONE, touched, Among.MAILS, sent.minus(within),
        until, MOST, 0);
    return index.overlapping(query)
        .stream()
        .filter(overlap -> isRare(overlap) && isPatch(overlap.head()))
        .filter(overlap -> !isVersion(patch, overlap.change())
            && sharesFile(patch, overlap.change()))
        .filter(overlap -> isOpen(overlap.change()))
        .map(overlap -> new Link(Anchor.of(overlap.head()), Anchor.of(patch.head()),
            List.of(new Evidence.SameLines(patch.removed().shared(overlap.change().removed()),
                context.shared(overlap.change().removed())))))
        .toList();
  }

  private boolean isOpen(ChangeDigest mail) {
    return mail.head() instanceof MailHead head
        && switch (outcomes.of(mail, head)) {
          case Outcome.Discussed _,Outcome.Unanswered _ -> true;
          case Outcome.Applied _,Outcome.Superseded _,Outcome.Refused _ -> false;
        };
  }

  /** Many usual lines in common are no place: {@code goto out;} stands everywhere. */
  private static boolean isRare(Overlap overlap) {
    return overlap.weight() >= LEAST_WEIGHT
        && overlap.weight() >= RARE * overlap.shared().size();
  }

  private static boolean isVersion(ChangeDigest patch, ChangeDigest other) {
    return patch.author().samePerson(other.author());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
