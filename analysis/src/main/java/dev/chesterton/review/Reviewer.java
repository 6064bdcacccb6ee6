package dev.chesterton.review;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.finding.rank.Rank;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.Linker;
import dev.chesterton.link.TreeAt;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import dev.chesterton.review.base.Ground;
import dev.chesterton.review.base.Grounds;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reviews a patch: what it takes away, who put it there and why, what was said. */
public final class Reviewer {
  private final Index index;
  private final Linker linker;
  private final RuleBook rules;
  private final CommitChanges trees;
  private final Grounds grounds;
  private final LossFinders lossFinders = new LossFinders();
  private final RankFinder ranks;

  /** Without a look into code repositories. */
  public Reviewer(Index index, RuleBook rules) {
    this(index, rules, CommitChanges.NONE);
  }

  /** @param trees where it is looked up what of the code is there today */
  public Reviewer(Index index, RuleBook rules, CommitChanges trees) {
    this(index, rules, trees, Grounds.NONE);
  }

  /** @param grounds the repository in which the series apply, looked into before the index is asked */
  public Reviewer(Index index, RuleBook rules, CommitChanges trees, Grounds grounds) {
    this.trees = trees;
    this.grounds = grounds;
    this.index = index;
    this.linker = new Linker(index);
    this.rules = rules;
    this.ranks = new RankFinder(index, rules.model());
  }

  /** The review of a patch mail of the store; empty where the store has no patch with this id. */
  public Optional<Review> review(MessageId id, AsOf asOf) {
    return index.mail(id)
        .flatMap(mail -> mail.posting() instanceof Patch patch
            ? Optional.of(review(patch, Optional.of(mail.head()), siblings(patch), asOf))
            : Optional.empty());
  }

  /**
   * The review of a patch among mails that were handed in: alone, and in the store, it is reviewed with the series it has
   * there.
   */
  public Review reviewOf(Patch patch, List<Posting> handedIn, AsOf asOf) {
    return (handedIn.size() == 1 ? review(patch.message().id(), asOf) : Optional.<Review>empty())
        .orElseGet(() -> review(patch, handedIn, asOf));
  }

  /** The review of a patch that may not be in the store, with the other patches sent along. */
  public Review review(Patch patch, List<Posting> siblings, AsOf asOf) {
    Optional<MailHead> head = index.mail(patch.message().id()).map(StoredMail::head);
    return review(patch, head, siblings, asOf);
  }

  /** The findings alone, which is much less work; empty where the store has no patch with this id. */
  public List<Finding> findings(MessageId id, AsOf asOf) {
    return patch(id)
        .map(patch -> new Glance(patch, siblings(patch), asOf).findings())
        .orElse(List.of());
  }

  /** The same by the least work these rules need: for most a look at the patch, where they look for nothing else. */
  public List<Finding> findingsSoon(MessageId id, AsOf asOf) {
    return rules.readsThePatchAlone()
        ? index.mail(id).map(mail -> findingsOfItself(mail, asOf)).orElse(List.of())
        : findings(id, asOf);
  }

  /**
   * Looks a patch over, one of very many: its rank, what it shows by itself to be wrong, and all findings where the rank is worth it.
   * Empty where the store has no patch with this id, or one that takes nothing away.
   */
  public Optional<Screening> screen(MessageId id, AsOf asOf) {
    return index.mail(id)
        .flatMap(mail -> ranks.of(mail)
            .map(rank -> new Screening(rank,
                rank.isWorthALook() || !rules.isItselfEnough()
                    ? findings(id, asOf)
                    : findingsOfItself(mail, asOf))));
  }

  /**
   * Looks a patch over that is not in the store, about to be sent for instance.
   *
   * @param siblings what is sent along, the patch among it
   */
  public Screening screen(Patch patch, List<Posting> siblings, AsOf asOf) {
    Rank rank = ranks.of(patch, siblings);
    return new Screening(rank, rank.isWorthALook() || !rules.isItselfEnough()
        ? findingsOf(patch, siblings, asOf)
        : findingsOfItself(patch, PatchAlone.anchor(patch), asOf));
  }

  /** All findings on a patch that is not in the store. */
  public List<Finding> findingsOf(Patch patch, List<Posting> siblings, AsOf asOf) {
    return new Glance(patch, siblings, asOf).findings();
  }

  private List<Finding> findingsOfItself(StoredMail mail, AsOf asOf) {
    return mail.posting() instanceof Patch patch
        ? findingsOfItself(patch, new Anchor.OfMail(mail.head()), asOf)
        : List.of();
  }

  private List<Finding> findingsOfItself(Patch patch, Anchor source, AsOf asOf) {
    return rules.checkItself(
        underReview(patch, source, asOf.until(patch.message().date().instant())));
  }

  private Optional<Patch> patch(MessageId id) {
    return index.mail(id)
        .map(StoredMail::posting)
        .filter(Patch.class::isInstance)
        .map(Patch.class::cast);
  }

  private UnderReview underReview(Patch patch, Anchor source, Instant until) {
    return new UnderReview(patch, source,
        new ClaimChecker(index, linker, until).checkFixes(patch, source));
  }

  private Review review(Patch patch, Optional<MailHead> head, List<Posting> siblings, AsOf asOf) {
    Glance glance = new Glance(patch, siblings, asOf);
    List<Finding> findings = glance.findings();
    Background background = glance.background;
    Parsed<List<TreeAt>> today = heads(glance.until);
    Mentions mentions = new MentionFinder(index, linker, glance.until).find(patch,
        new BaseCheck(today.value(), glance.series), glance.thread, background);
    Dossier dossier = new DossierFinder(index, linker, today.value(), glance.reviewed,
        new UsersLeft(index, glance.reviewed, glance.series), glance.thread, glance.until)
        .find(findings, glance.losses, background, mentions);
    return new Review(glance.patch, head, glance.series, asOf, glance.until, glance.rank, dossier,
        glance.finder.suspects(glance.rank), glance.losses,
        findings,
        background.fixed(), mentions.commits(), mentions.claims(), background.attempts(),
        background.discussion(), mentions.thread(), mentions.objections(), mentions.tests(),
        index.summary(), Stream.of(glance.ground.notes(), glance.losses.notes(),
            today.problems().stream().map(Problem::toString).toList())
            .flatMap(List::stream)
            .toList());
  }

  /** Trees tell of today, which nobody knew when the patch was sent. */
  private Parsed<List<TreeAt>> heads(Instant until) {
    return until.equals(Instant.MAX) ? trees.heads() : CommitChanges.NONE.heads();
  }

  /** What the rules need to know of a patch. */
  private final class Glance {
    private final Instant until;
    private final Series series;
    private final Ground ground;
    private final Patch patch;
    private final List<MailHead> thread;
    private final UnderReview reviewed;
    private final Rank rank;
    private final Losses losses;
    private final BackgroundFinder finder;
    private final Background background;

    Glance(Patch asSent, List<Posting> siblings, AsOf asOf) {
      until = asOf.until(SentAt.of(asSent, index));
      series = SeriesCover.seriesOf(asSent, siblings);
      ground = grounds.of(series);
      patch = ground.placed(asSent);
      thread = threadOf(patch, until);
      reviewed = underReview(patch, MentionFinder.source(index, patch), until);
      rank = ranks.of(patch, siblings);
      losses = lossFinders.of(series, ground).find(ground.whole(patch));
      finder = new BackgroundFinder(index, linker, patch, thread, until,
          new Once<>(() -> ground.origins(patch, losses)));
      background = finder.find(losses);
    }

    List<Finding> findings() {
      List<Finding> found = rank.isWorthALook()
          ? rules.check(reviewed, losses, background)
          : rules.checkLow(reviewed, losses, background);
      return found.stream()
          .sorted(Comparator.comparing(Finding::severity).reversed())
          .toList();
    }
  }

  private List<MailHead> threadOf(Patch patch, Instant until) {
    return index.thread(patch.message().id())
        .stream()
        .map(ThreadMember::head)
        .filter(head -> !head.instant().isAfter(until))
        .toList();
  }

  private List<Posting> siblings(Patch patch) {
    return index.thread(patch.message().id())
        .stream()
        .map(member -> member.head())
        .filter(head -> head.kind() == MailKind.PATCH || head.kind() == MailKind.COVER_LETTER)
        .filter(head -> head.author().sameAddress(patch.message().author()))
        .flatMap(head -> index.mail(head.id()).stream())
        .map(StoredMail::posting)
        .toList();
  }
}
