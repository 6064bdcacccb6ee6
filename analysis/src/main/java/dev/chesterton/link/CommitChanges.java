package dev.chesterton.link;

import dev.chesterton.history.Commit;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.source.Parsed;
import java.util.List;
import java.util.Optional;

/** The trees at hand: gives a commit with what it changed, which the store does not keep. */
@FunctionalInterface
public interface CommitChanges {

  /** No tree at hand. */
  CommitChanges NONE = _ -> Optional.empty();

  Optional<Commit> of(CommitHead head);

  /** The trees themselves, each at the head of its branch, with the problem of each that cannot be looked into. */
  default Parsed<List<TreeAt>> heads() {
    return new Parsed<>(List.of(), List.of());
  }
}
