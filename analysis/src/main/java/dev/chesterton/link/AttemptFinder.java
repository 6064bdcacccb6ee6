package dev.chesterton.link;

import dev.chesterton.change.LineKeys;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.StoredMail;
import dev.chesterton.patch.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds earlier patch mails that tried to take the same away, with what was said to them. */
final class AttemptFinder {
  private static final int MOST_ATTEMPTS = 20;

  /** Below, a removed line in common is a coincidence of two patches to one file; between files it always may be. */
  private static final double SAME_ATTEMPT = 0.3;

  private final Index index;
  private final Instant until;
  private final OutcomeFinder outcomes;

  AttemptFinder(Index index, Instant until) {
    this.index = index;
    this.outcomes = new OutcomeFinder(index, Known.until(until));
    this.until = until;
  }

  List<Attempt> find(Removal removal, Predicate<Head> isOther) {
    LineQuery query = new LineQuery(removal.lines(), Side.REMOVED, Among.MAILS, until,
        MOST_ATTEMPTS);
    List<Attempt> attempts = new ArrayList<>();
    for (Overlap overlap : index.overlapping(query)) {
      if (overlap.head() instanceof MailHead mail && mail.kind() == MailKind.PATCH
          && isOther.test(mail) && !movesThem(overlap)) {
        attempt(overlap, mail, removal).ifPresent(attempts::add);
      }
    }
    return attempts;
  }

  /** Whether most of the lines in common are added again by the same patch, elsewhere or in another order. */
  private static boolean movesThem(Overlap overlap) {
    LineKeys shared = overlap.shared();
    return 2 * shared.without(overlap.change().added()).size() < shared.size();
  }

  private Optional<Attempt> attempt(Overlap overlap, MailHead mail, Removal removal) {
    boolean sameLines = overlap.share() >= SAME_ATTEMPT
        && removal.isFrom(overlap.change().paths());
    if (!sameLines && removal.functions().isEmpty()) {
      return Optional.empty();
    }
    Optional<StoredMail> stored = index.mail(mail.id());
    Set<String> both = stored.map(found -> vanishing(found, removal.functions()))
        .orElse(Set.of());
    if (!sameLines && both.isEmpty()) {
      return Optional.empty();
    }
    Evidence.SharedLines evidence = new Evidence.SharedLines(overlap.shared().size(),
        overlap.share());
    Excerpt words = stored.flatMap(OwnWords::first)
        .orElseGet(() -> new Excerpt(Anchor.of(mail), 1, mail.title()));
    return Optional.of(new Attempt(mail, words, evidence, both, answers(mail),
        outcomes.of(overlap.change(), mail)));
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

  /** What was said to this patch; what was said to others of its series is about something else. */
  private List<Excerpt> answers(MailHead mail) {
    return OwnWords.ofReplies(index,
        index.answers(mail.id()).stream().filter(head -> !head.instant().isAfter(until)).toList());
  }
}
