package dev.chesterton.history;

import dev.chesterton.change.Change;
import dev.chesterton.mail.Mailbox;
import java.time.Instant;
import java.util.List;

/**
 * One commit of a tree.
 *
 * @param message whole, title included
 * @param parents none for a root, more than one for a merge
 * @param change against the first parent; empty for a merge
 */
public record Commit(CommitId id, Mailbox author, Instant authored, Instant committed,
    String message,
    List<CommitId> parents, Change change) {

  public Commit {
    parents = List.copyOf(parents);
  }

  /** The first line of the message. */
  public String title() {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
