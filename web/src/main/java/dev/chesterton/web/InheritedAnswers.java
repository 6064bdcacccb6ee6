package dev.chesterton.web;

import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Answer;
import dev.chesterton.notes.FindingKey;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.FlaggedPatch;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which flagged patches have the same finding as an earlier version of their series that was answered there. Looking costs
 * a review of each later version that the same rule flags, so what was found is remembered until the store changes.
 */
final class InheritedAnswers {

  /** Looked up for one list; what is left is looked up for the next, so that no reader waits for all. */
  private static final int MOST_AT_ONCE = 20;
  private static final int MOST_REMEMBERED = 10_000;

  private final OpenStore store;
  private final Reviews reviews;
  private final Map<Given, Set<MessageId>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Given, Set<MessageId>> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };

  InheritedAnswers(OpenStore store, Reviews reviews) {
    this.store = store;
    this.reviews = reviews;
  }

  /**
   * A finding that was answered, and where.
   *
   * @param flagged how many patches were flagged then: the list may still grow
   */
  private record Given(long generation, int flagged, MessageId patch, FindingKey finding,
      String rule) {}

  /** Patches among the flagged for which an answer to an earlier version holds. */
  synchronized Set<MessageId> among(Collection<FlaggedPatch> flagged, Collection<Answer> answers) {
    return store.ask(snapshot -> {
      List<Given> given = answers.stream()
          .map(answer -> new Given(snapshot.generation(), flagged.size(), answer.patch(),
              answer.finding(), answer.rule().value()))
          .distinct()
          .toList();
      given.stream()
          .filter(one -> !remembered.containsKey(one))
          .limit(MOST_AT_ONCE)
          .forEach(one -> remembered.put(one, heirs(one, flagged, snapshot)));
      return given.stream()
          .flatMap(one -> remembered.getOrDefault(one, Set.of()).stream())
          .collect(Collectors.toSet());
    });
  }

  private Set<MessageId> heirs(Given given, Collection<FlaggedPatch> flagged, Snapshot snapshot) {
    Set<MessageId> later = NotesDesk.lineage(given.patch(), snapshot)
        .map(lineage -> later(lineage, given.patch()))
        .orElse(Set.of());
    return flagged.stream()
        .filter(patch -> later.contains(patch.head().id())
            && patch.rules().contains(given.rule()))
        .map(patch -> patch.head().id())
        .filter(id -> hasFinding(id, given.finding(), snapshot))
        .collect(Collectors.toSet());
  }

  /** The mails of all versions behind the one a patch is of. */
  private static Set<MessageId> later(Lineage lineage, MessageId patch) {
    Set<MessageId> later = new HashSet<>();
    for (SeriesVersion version : lineage.versions().reversed()) {
      if (version.sending().ids().contains(patch)) {
        return later;
      }
      later.addAll(version.sending().ids());
    }
    return Set.of();
  }

  private boolean hasFinding(MessageId id, FindingKey key, Snapshot snapshot) {
    return reviews.of(id, new AsOf.Now(), snapshot)
        .flatMap(review -> NotesDesk.finding(review, key))
        .isPresent();
  }
}
