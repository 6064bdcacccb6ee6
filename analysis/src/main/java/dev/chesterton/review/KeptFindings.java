package dev.chesterton.review;

import dev.chesterton.index.Records;
import dev.chesterton.index.Records.Entry;
import dev.chesterton.index.StoreException;
import dev.chesterton.index.StoreState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Flagged patches as they were last found, by {@link FindingsUpdate}: read, not searched for.
 *
 * @param store the state they were made from
 * @param made when that was
 * @param patches how many were looked at
 * @param flagged how many of them are flagged
 * @param strongest some of those, strongest first
 */
public record KeptFindings(StoreState store, Instant made, long patches, long flagged,
    List<FlaggedPatch> strongest) {

  /** Name of their folder in the store. */
  public static final String FOLDER = "findings";

  private static final int PAGE = 500;

  public KeptFindings {
    strongest = List.copyOf(strongest);
  }

  /** Tells cheaply whether they are still those that were read; 0 where there are none. */
  public static long version(Path store) {
    return Records.version(store, FOLDER);
  }

  /**
   * Reads them; empty where none were made, or not all yet.
   *
   * @param most how many patches are kept in memory
   * @throws StoreException where they cannot be read
   */
  public static Optional<KeptFindings> read(Path store, int most) {
    Optional<Records> there = Records.open(store, FOLDER);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    try (Records records = there.get()) {
      return FindingsState.of(records.note())
          .filter(FindingsState::isComplete)
          .map(state -> new KeptFindings(state.store(), state.made(), state.patches(),
              records.count(), strongest(records, most)));
    }
  }

  private static List<FlaggedPatch> strongest(Records records, int most) {
    PriorityQueue<FlaggedPatch> kept = new PriorityQueue<>(
        FlaggedPatch.STRONGEST_FIRST.reversed());
    List<Entry> page = records.newestFirst(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(entry -> FlaggedJson.patch(entry).ifPresent(kept::add));
      while (kept.size() > most) {
        kept.remove();
      }
      page = records.newestFirst(Optional.of(page.getLast()), PAGE);
    }
    return kept.stream().sorted(FlaggedPatch.STRONGEST_FIRST).toList();
  }
}
