package dev.chesterton.review;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.LineKeys;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Known;
import dev.chesterton.link.Linker;
import dev.chesterton.link.Origin;
import dev.chesterton.link.Removal;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.SubjectParser;
import dev.chesterton.patch.TitleKeys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Gathers what is known of a commit or a patch mail: one call per question. */
public final class Explainer {

  /** Patches are in flight for about as long as a release of the kernel takes to be made. */
  private static final Duration IN_FLIGHT = Duration.ofDays(90);

  private static final int MOST_NAMING = 100;

  private final Index index;
  private final Linker linker;
  private final Known known;

  public Explainer(Index index, Known known) {
    this.index = index;
    this.linker = new Linker(index);
    this.known = known;
  }

  /**
   * A commit by its first digits.
   *
   * @return empty where no tree has it and nobody cites it
   */
  public Optional<Explanation> commit(String hex) {
    return linker.commit(hex, known.until())
        .map(reference -> reference
            .commit() instanceof Anchor.OfCommit commit
                ? known(commit.head(), reference)
                : new Explanation(reference.commit(), reference.ambiguous(), reference.mails(),
                    Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of(), reference.citedIn(), List.of(), List.of()));
  }

  private Explanation known(CommitHead head, CommitReference reference) {
    Optional<ChangeDigest> change = index.commitChange(head.id());
    return new Explanation(reference.commit(), false, reference.mails(), Optional.empty(),
        change.map(this::origins).orElse(List.of()), change.map(this::attempts).orElse(List.of()),
        change.map(found -> linker.undoing(found, known)).orElse(List.of()),
        linker.repairing(head, known), linker.backports(head, known), List.of(),
        reference.citedIn(), List.of(), linker.cited(reference.commit(), known.until()));
  }

  /**
   * A patch mail, or a mail with a suggested diff.
   *
   * @return empty where the store has no such mail, or it has no diff
   */
  public Optional<Explanation> mail(MessageId id) {
    return index.changes(new ChangeQuery.OfMail(id), Among.MAILS, known.until(), 1)
        .stream()
        .findFirst()
        .flatMap(change -> change.head() instanceof MailHead head
            ? Optional.of(mail(change, head))
            : Optional.empty());
  }

  /**
   * A patch mail that the store need not have, or a mail with a suggested diff.
   */
  public Optional<Explanation> mail(Posting posting) {
    return mail(posting.message().id()).or(() -> unread(posting));
  }

  private Optional<Explanation> unread(Posting posting) {
    MailHead head = MailHead.of(posting);
    ChangeDigest change = ChangeDigest.of(head, posting);
    return change.isEmpty() ? Optional.empty() : Optional.of(mail(change, head));
  }

  /**
   * A mail of the store without a diff: which mails it names, and which name it.
   *
   * @return empty where the store has no such mail, or there are none of these
   */
  public Optional<Explanation> talk(MessageId id) {
    return index.mail(id).map(StoredMail::head).map(head -> {
      Anchor mail = Anchor.of(head);
      return new Explanation(mail, false, List.of(), Optional.empty(), List.of(), List.of(),
          List.of(), List.of(), List.of(), List.of(), List.of(),
          index.naming(id, known.until(), MOST_NAMING), linker.cited(mail, known.until()));
    }).filter(found -> !found.naming().isEmpty() || !found.cites().isEmpty());
  }

  private Explanation mail(ChangeDigest change, MailHead head) {
    LineKeys context = index.mail(head.id()).map(Explainer::context).orElse(LineKeys.NONE);
    return new Explanation(Anchor.of(head), false, linker.commits(change, known),
        Optional.of(linker.outcome(change, head, known)), origins(change), attempts(change),
        linker.undoing(change, known), List.of(), List.of(),
        linker.colliding(change, context, IN_FLIGHT, known), List.of(),
        index.naming(head.id(), known.until(), MOST_NAMING),
        linker.cited(Anchor.of(head), known.until()));
  }

  private static LineKeys context(StoredMail mail) {
    Change change = mail.posting() instanceof Posting.Patch patch ? patch.change() : Change.NONE;
    return LineKeys.of(change.files()
        .stream()
        .flatMap(FileChange::lines)
        .filter(line -> line.kind() == DiffLine.Kind.CONTEXT));
  }

  private List<Origin> origins(ChangeDigest change) {
    return linker.origins(change.removed(), change.head().instant(), isOther(change));
  }

  private List<Attempt> attempts(ChangeDigest change) {
    return linker.attempts(
        Removal.of(change.removed().without(change.added()), Set.of(), change.paths()),
        change.head().instant(), isOther(change));
  }

  /** Neither the change itself nor another posting of it. */
  private static Predicate<Head> isOther(ChangeDigest change) {
    return head -> !head.key().equals(change.head().key())
        && !(head.author().samePerson(change.author())
            && TitleKeys.of(SubjectParser.parse(head.title()).title())
                .shared(TitleKeys.of(change.title())) > 0);
  }
}
