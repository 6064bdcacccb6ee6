package dev.chesterton.index;

import java.util.List;

/**
 * A commit as the store gives it back. Its diff is not stored twice: the tree has it.
 *
 * @param message whole, title included
 */
public record StoredCommit(Head.CommitHead head, String message) {

  /** The lines of the message, as 1-based line numbers count them. */
  public List<String> lines() {
    return List.of(message.split("\n", -1));
  }
}
