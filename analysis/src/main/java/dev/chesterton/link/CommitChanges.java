package dev.chesterton.link;

import dev.chesterton.history.Commit;
import dev.chesterton.index.Head.CommitHead;
import java.util.Optional;

/** The trees at hand: gives a commit with what it changed, which the store does not keep. */
@FunctionalInterface
public interface CommitChanges {

  /** No tree at hand. */
  CommitChanges NONE = _ -> Optional.empty();

  Optional<Commit> of(CommitHead head);
}
