package dev.chesterton.review;

import dev.chesterton.change.LineKeys;
import dev.chesterton.finding.rank.Lesson;
import dev.chesterton.finding.rank.Model;
import dev.chesterton.finding.rank.Rank;
import dev.chesterton.finding.rank.Ranker;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ranks patches by themselves, their series and what was sent before; what came later has no part in it. Safe for use by
 * several threads.
 */
public final class RankFinder {

  /** Patches of one posting are sent within this time. */
  private static final Duration POSTING = Duration.ofHours(2);

  private static final int KEPT = 32;

  private final Index index;
  private final Model model;

  /** By the content of the mails: all patches of a series are mostly ranked one after the other. */
  private final Map<String, Ranker> recent = new LinkedHashMap<>();

  public RankFinder(Index index, Model model) {
    this.index = index;
    this.model = model;
  }

  /** The rank of a patch mail of the store; empty for what is no patch, or takes nothing away. */
  public Optional<Rank> of(MessageId id) {
    return index.mail(id).flatMap(this::of);
  }

  /** The rank of a mail of the store; empty for what is no patch, or takes nothing away. */
  Optional<Rank> of(StoredMail mail) {
    return patch(mail).map(patch -> of(patch, siblings(patch)));
  }

  /**
   * The rank of a patch that may not be in the store.
   *
   * @param atHand mails among which the rest of its posting is
   */
  public Rank of(Patch patch, List<Posting> atHand) {
    return ranker(patch, atHand.stream().filter(other -> isSibling(other, patch)).toList())
        .rank(patch, new PastFinder(index, patch));
  }

  /**
   * A patch mail of the store to learn from; empty for what is no patch, or takes nothing away.
   *
   * @param needed removed lines that turned out to be needed
   */
  public Optional<Lesson> lesson(MessageId id, boolean wasNeeded, LineKeys needed) {
    return index.mail(id)
        .flatMap(RankFinder::patch)
        .map(patch -> ranker(patch, siblings(patch)).lesson(patch,
            new PastFinder(index, patch), wasNeeded, needed));
  }

  private static Optional<Patch> patch(StoredMail mail) {
    return Optional.of(mail.posting())
        .filter(Patch.class::isInstance)
        .map(Patch.class::cast)
        .filter(patch -> patch.change().removed().anyMatch(line -> !line.text().isBlank()));
  }

  private synchronized Ranker ranker(Patch patch, List<Posting> siblings) {
    Ranker known = recent.get(patch.message().contentHash());
    if (known != null) {
      return known;
    }
    Series series = SeriesCover.seriesOf(patch, siblings);
    Ranker ranker = new Ranker(series, model);
    series.patches().forEach(one -> recent.put(one.message().contentHash(), ranker));
    while (recent.size() > KEPT + series.patches().size()) {
      recent.remove(recent.keySet().iterator().next());
    }
    return ranker;
  }

  private List<Posting> siblings(Patch patch) {
    if (recent(patch)) {
      return List.of(patch);
    }
    Instant sent = patch.message().date().instant();
    return index.thread(patch.message().id())
        .stream()
        .map(ThreadMember::head)
        .filter(head -> isSibling(head, patch, sent))
        .flatMap(head -> index.mail(head.id()).stream())
        .map(StoredMail::posting)
        .toList();
  }

  private synchronized boolean recent(Patch patch) {
    return recent.containsKey(patch.message().contentHash());
  }

  private static boolean isSibling(Posting other, Patch patch) {
    return other.message().author().sameAddress(patch.message().author())
        && isClose(other.message().date().instant(), patch.message().date().instant());
  }

  private static boolean isClose(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(POSTING) <= 0;
  }

  private static boolean isSibling(MailHead head, Patch patch, Instant sent) {
    return (head.kind() == MailKind.PATCH || head.kind() == MailKind.COVER_LETTER)
        && head.author().sameAddress(patch.message().author())
        && isClose(sent, head.instant());
  }
}
