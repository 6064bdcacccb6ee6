package dev.chesterton.link;

import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.StoredMail;
import dev.chesterton.patch.Subject;
import dev.chesterton.patch.SubjectParser;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out how a posting ended: what became of it counts more than what was said of it. */
final class OutcomeFinder {
  private static final int MOST_OTHERS = 30;

  /** A later patch of the same author with this share of the lines, by rarity, is the next version. */
  private static final double NEXT_VERSION = 0.3;

  private final Index index;
  private final PostingFinder postings;
  private final Known known;

  OutcomeFinder(Index index, Known known) {
    this.index = index;
    this.postings = new PostingFinder(index);
    this.known = known;
  }

  Outcome of(ChangeDigest mail, MailHead head) {
    return applied(mail).or(() -> superseded(mail, head)).orElseGet(() -> answered(head));
  }

  private Optional<Outcome> applied(ChangeDigest mail) {
    return postings.ofMail(mail, known)
        .stream()
        .filter(link -> link.confidence().compareTo(Confidence.LIKELY) >= 0)
        .findFirst()
        .map(Outcome.Applied::new);
  }

  /** By title, which most versions keep; by lines, which takes many times as long, only where no title tells. */
  private Optional<Outcome> superseded(ChangeDigest mail, MailHead head) {
    Stream<ChangeDigest> titled = index
        .changes(new ChangeQuery.Titled(mail.title()), Among.MAILS, known.until(), MOST_OTHERS)
        .stream();
    return nextVersion(mail, head, titled).or(() -> nextVersion(mail, head, alike(mail)))
        .map(Outcome.Superseded::new);
  }

  private Stream<ChangeDigest> alike(ChangeDigest mail) {
    return index
        .overlapping(LineQuery.same(mail, Among.MAILS, known.until(), MOST_OTHERS, NEXT_VERSION))
        .stream()
        .map(Overlap::change);
  }

  private static Optional<MailHead> nextVersion(ChangeDigest mail, MailHead head,
      Stream<ChangeDigest> others) {
    return others.filter(other -> other.author().samePerson(mail.author()))
        .flatMap(other -> other.head() instanceof MailHead later ? Stream.of(later)
            : Stream.empty())
        .filter(later -> isNextVersion(head, later))
        .min(Comparator.comparing(MailHead::instant).thenComparing(MailHead::key));
  }

  private static boolean isNextVersion(MailHead head, MailHead later) {
    Subject own = SubjectParser.parse(head.title());
    Subject other = SubjectParser.parse(later.title());
    boolean isAgain = other.version() > own.version()
        || other.hasTag("RESEND") && other.version() == own.version();
    return later.kind() == MailKind.PATCH && later.instant().isAfter(head.instant()) && isAgain;
  }

  private Outcome answered(MailHead head) {
    List<MailHead> answers = index.answers(head.id())
        .stream()
        .filter(answer -> answer.kind() == MailKind.REPLY)
        .filter(answer -> !answer.instant().isAfter(known.until()))
        .toList();
    if (answers.isEmpty()) {
      return new Outcome.Unanswered();
    }
    List<StoredMail> mails = answers.stream()
        .flatMap(answer -> index.mail(answer.id()).stream())
        .toList();
    return Refusals.among(mails, head)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Discussed(answers.size()));
  }
}
