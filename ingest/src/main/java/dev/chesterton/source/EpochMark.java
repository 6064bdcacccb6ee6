package dev.chesterton.source;

import java.util.ArrayList;
import java.util.List;

/**
 * How far an epoch has been read, as its checkpoint says it: {@code COMMIT} and, behind a space each, the commits whose
 * mail could not be read and is tried again in each run.
 *
 * @param commit last one read, 40 hex digits; empty before the first
 */
record EpochMark(String commit, List<String> missing) {

  /** Further ones are reported and not tried again: the mark is kept with each commit of the store. */
  static final int MAX_MISSING = 200;

  EpochMark {
    missing = List.copyOf(missing);
  }

  /** What cannot be read as one is a start from the beginning. */
  static EpochMark of(Checkpoint checkpoint) {
    List<String> ids = List.of(checkpoint.position().split(" ", -1));
    return ids.stream().allMatch(id -> id.matches("[0-9a-f]{40}"))
        ? new EpochMark(ids.getFirst(), ids.subList(1, ids.size()))
        : new EpochMark("", List.of());
  }

  /** Nothing is left to be read of an epoch whose last commit is this one. */
  boolean isAll(String head) {
    return commit.equals(head) && missing.isEmpty();
  }

  Checkpoint checkpoint() {
    List<String> ids = new ArrayList<>();
    ids.add(commit);
    ids.addAll(missing);
    return new Checkpoint(String.join(" ", ids));
  }
}
