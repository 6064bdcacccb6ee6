package dev.chesterton.review;

import dev.chesterton.change.Change;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.LossFinder;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.Linker;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reviews a patch: what it takes away, who put it there and why, what was said. */
public final class Reviewer {
  private final Index index;
  private final Linker linker;
  private final RuleBook rules;

  public Reviewer(Index index, CommitChanges changes, RuleBook rules) {
    this.index = index;
    this.linker = new Linker(index, changes);
    this.rules = rules;
  }

  /** The review of a patch mail of the store; empty where the store has no patch with this id. */
  public Optional<Review> review(MessageId id, AsOf asOf) {
    return index.mail(id)
        .flatMap(mail -> mail.posting() instanceof Patch patch
            ? Optional.of(review(patch, Optional.of(mail.head()), siblings(patch), asOf))
            : Optional.empty());
  }

  /** The review of a patch that may not be in the store, with the other patches sent along. */
  public Review review(Patch patch, List<Posting> siblings, AsOf asOf) {
    Optional<MailHead> head = index.mail(patch.message().id()).map(StoredMail::head);
    return review(patch, head, siblings, asOf);
  }

  private Review review(Patch patch, Optional<MailHead> head, List<Posting> siblings, AsOf asOf) {
    Instant until = asOf.until(patch.message().date().instant());
    Series series = SeriesCover.seriesOf(patch, siblings);
    List<Change> changes = series.patches().stream().map(Patch::change).toList();

    Losses losses = LossFinder.find(patch.change(), changes);
    Gathered gathered = new Gatherer(index, linker, patch, until).gather(losses);
    List<Finding> findings = rules.check(losses, gathered)
        .stream()
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .toList();

    return new Review(patch, head, series, asOf, until, losses, findings, gathered.fixed(),
        gathered.commits(), gathered.claims(),
        gathered.attempts(), gathered.discussion(), gathered.thread(), gathered.tests(),
        index.summary(), losses
            .notes());
  }

  private List<Posting> siblings(Patch patch) {
    return index.thread(patch.message().id())
        .stream()
        .map(member -> member.head())
        .filter(head -> head.author().sameAddress(patch.message().author()))
        .flatMap(head -> index.mail(head.id()).stream())
        .map(StoredMail::posting)
        .toList();
  }
}
