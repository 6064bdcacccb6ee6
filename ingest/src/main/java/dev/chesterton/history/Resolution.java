package dev.chesterton.history;

import java.util.List;

/** What the first digits of a commit id lead to. */
public sealed interface Resolution {

  /** One commit. */
  record Found(CommitId id) implements Resolution {}

  /**
   * More than one commit begins like this.
   *
   * @param candidates two or more, in ascending order; at most 256
   */
  record Ambiguous(List<CommitId> candidates) implements Resolution {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** No commit of the tree begins like this, or it is not 7 to 40 hex digits. */
  record Unknown() implements Resolution {}
}
