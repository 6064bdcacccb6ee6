package dev.chesterton.link.version;

import dev.chesterton.index.Index;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Letter;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import dev.chesterton.patch.SeriesBuilder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the versions of a series: from the one asked for it goes to all that may be others, ties each to the nearest one
 * before it, and follows the ties back to the oldest and on to the newest.
 */
public final class VersionFinder {

  /** Sendings that are compared for one question; the longest series known here has 20 versions. */
  private static final int MOST_SENDINGS = 120;

  /** Sendings that are looked at for one question, tied or not. */
  private static final int MOST_OTHERS = 600;

  private final Archive archive;
  private final Map<MessageId, List<Portrait>> byThread = new HashMap<>();

  private VersionFinder(Archive archive) {
    this.archive = archive;
  }

  /** Looks in a store, and at nothing sent after a date; what it has read it keeps. */
  public static VersionFinder in(Index index, Instant until) {
    return new VersionFinder(new StoreArchive(index, until));
  }

  /** Looks among these mails alone. */
  public static VersionFinder among(List<Posting> postings) {
    return new VersionFinder(new ListArchive(postings));
  }

  /** The versions of the series that a cover letter or patch is part of; empty for other mails. */
  public Optional<Lineage> find(MessageId id) {
    return sendingOf(id).map(start -> {
      List<SeriesVersion> versions = versions(path(start));
      return new Lineage(new FollowUps(archive).of(versions));
    });
  }

  /** What became of each patch from one version to any later one, in the order of the later. */
  public List<PatchStep> steps(SeriesVersion older, SeriesVersion newer) {
    return PatchPairs.between(traits(older.patches()), traits(newer.patches()), archive::weight);
  }

  private record Step(Portrait at, Optional<Tie> tie) {}

  private Optional<Portrait> sendingOf(MessageId id) {
    return sendings(id).stream().filter(one -> one.ids().contains(id)).findFirst();
  }

  /** All series of the thread of a mail. */
  private List<Portrait> sendings(MessageId id) {
    List<Portrait> known = byThread.getOrDefault(id, List.of());
    if (!known.isEmpty()) {
      return known;
    }
    List<Posting> thread = archive.sent(id);
    List<Portrait> sendings = new ArrayList<>();
    for (Series series : SeriesBuilder.gather(thread)) {
      sendings.add(Portrait.of(new Sending(series, opening(series, thread))));
    }
    thread.forEach(posting -> byThread.put(posting.message().id(), sendings));
    return sendings;
  }

  /** The letter that the patches answer, by the same sender and not long before: a cover letter without brackets. */
  private static Optional<Letter> opening(Series series, List<Posting> thread) {
    if (series.cover().isPresent() || series.total() < 2) {
      return Optional.empty();
    }
    Message first = series.patches().getFirst().message();
    return thread.stream()
        .filter(Letter.class::isInstance)
        .map(Letter.class::cast)
        .filter(letter -> first.inReplyTo().contains(letter.message().id())
            && People.same(letter.message().author(), first.author()))
        .findFirst();
  }

  /** From the oldest to the newest, through the sending asked for. */
  private List<Step> path(Portrait start) {
    List<Portrait> tied = tied(start);
    Map<MessageId, Tie> ties = new HashMap<>();
    for (Portrait later : tied) {
      before(later, tied).ifPresent(tie -> ties.put(later.sending().key(), tie));
    }
    List<Tie> direct = List.copyOf(ties.values());
    ties.replaceAll((_, tie) -> throughParts(tie, direct));
    Deque<Step> path = new ArrayDeque<>();
    Optional<Portrait> at = Optional.of(start);
    while (at.isPresent()) {
      Optional<Tie> tie = Optional.ofNullable(ties.get(at.get().sending().key()));
      path.addFirst(new Step(at.get(), tie));
      at = tie.map(Tie::before);
    }
    Optional<Tie> next = after(start.sending(), ties);
    while (next.isPresent()) {
      path.addLast(new Step(next.get().after(), next));
      next = after(next.get().later(), ties);
    }
    return List.copyOf(path);
  }

  /** The highest number before it, of equal ones the surest, then the last: a chain runs from neighbour to neighbour. */
  private Optional<Tie> before(Portrait later, List<Portrait> tied) {
    return tied.stream()
        .flatMap(earlier -> Tie.between(earlier, later, archive::weight).stream())
        .max(Comparator
            .comparing((Tie tie) -> later.sending().isDraft() || !tie.earlier().isDraft())
            .thenComparingInt(tie -> tie.earlier().version())
            .thenComparing(Tie::sure)
            .thenComparing(Tie::earlier, Sending.BY_DATE));
  }

  /** Parts sent anew stand between their series and what followed it, whichever patches they are. */
  private static Tie throughParts(Tie tie, List<Tie> ties) {
    return ties.stream()
        .filter(part -> part.earlier().key().equals(tie.earlier().key())
            && Parts.isPart(part.earlier(), part.later())
            && part.later().version() <= tie.later().version()
            && part.later().sent().isBefore(tie.later().sent()))
        .max(Comparator.comparing(Tie::later, Sending.BY_DATE))
        .map(part -> new Tie(part.after(), tie.after(), tie.sure(), tie.evidence()))
        .orElse(tie);
  }

  /** Of several that follow, the surest, then the first one sent. */
  private static Optional<Tie> after(Sending earlier, Map<MessageId, Tie> ties) {
    return ties.values()
        .stream()
        .filter(tie -> tie.earlier().key().equals(earlier.key()))
        .min(Comparator.comparing(Tie::sure)
            .reversed()
            .thenComparing(Tie::later, Sending.BY_DATE));
  }

  /** All that is tied to the start, directly or through others, by date. */
  private List<Portrait> tied(Portrait start) {
    Map<MessageId, Portrait> tied = new HashMap<>(Map.of(start.sending().key(), start));
    Map<MessageId, Portrait> others = new LinkedHashMap<>();
    Deque<Portrait> open = new ArrayDeque<>(List.of(start));
    Set<MessageId> seen = new HashSet<>(start.ids());
    while (!open.isEmpty() && tied.size() < MOST_SENDINGS) {
      Portrait one = open.poll();
      look(one, seen, others);
      for (Portrait other : List.copyOf(others.values())) {
        if (!tied.containsKey(other.sending().key()) && isTied(one, other)) {
          tied.put(other.sending().key(), other);
          open.add(other);
        }
      }
    }
    return tied.values()
        .stream()
        .sorted(Comparator.comparing(Portrait::sending, Sending.BY_DATE))
        .toList();
  }

  /** Notes what may be another version of one sending and was not seen before. */
  private void look(Portrait one, Set<MessageId> seen, Map<MessageId, Portrait> others) {
    List<Portrait> found = new ArrayList<>(sendings(one.sending().first().message().id()));
    for (MessageId id : archive.candidates(one.sending())) {
      if (seen.add(id) && mayBe(one.sending(), id)) {
        sendings(id).stream().filter(other -> other.ids().contains(id)).forEach(found::add);
      }
    }
    found.stream()
        .limit(Math.max(0, MOST_OTHERS - others.size()))
        .forEach(other -> others.putIfAbsent(other.sending().key(), other));
  }

  /** Opening a thread costs; a stranger's mail is worth it only where the author names it. */
  private boolean mayBe(Sending sending, MessageId id) {
    return archive.sender(id)
        .filter(sender -> People.same(sender, sending.sender())
            || sending.changeId().isPresent() || names(sending, id)
            || archive.names(id, sending.first().message().id()))
        .isPresent();
  }

  private static boolean names(Sending sending, MessageId id) {
    return sending.postings().anyMatch(posting -> posting.message().text().contains(id.value()));
  }

  private boolean isTied(Portrait one, Portrait other) {
    return Tie.between(one, other, archive::weight)
        .or(() -> Tie.between(other, one, archive::weight))
        .isPresent();
  }

  private List<SeriesVersion> versions(List<Step> path) {
    List<SeriesVersion> versions = new ArrayList<>();
    for (Step step : path) {
      versions.add(step.tie()
          .filter(_ -> !versions.isEmpty())
          .map(tie -> next(versions.getLast(), step.at().sending(), tie))
          .orElseGet(() -> first(step.at().sending())));
    }
    return versions;
  }

  private static SeriesVersion first(Sending sending) {
    return new SeriesVersion(sending, sending.patches(), List.of(), List.of(), List.of());
  }

  private SeriesVersion next(SeriesVersion before, Sending sending, Tie tie) {
    List<PatchStep> steps = PatchPairs.between(traits(before.patches()),
        traits(sending.patches()), archive::weight);
    if (!Parts.isPart(before.sending(), sending)) {
      return new SeriesVersion(sending, sending.patches(), tie.evidence(), steps, List.of());
    }
    List<PatchStep> sent = steps.stream().filter(step -> step.after().isPresent()).toList();
    return new SeriesVersion(sending, Parts.merged(before.patches(), sent), tie.evidence(), sent,
        List.of());
  }

  private static List<Traits> traits(List<Patch> patches) {
    return patches.stream().map(Traits::of).toList();
  }
}
