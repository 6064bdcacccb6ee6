package dev.chesterton.history;

import dev.chesterton.change.Change;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.source.Problem;
import java.time.Instant;
import java.util.List;

/**
 * One commit of a tree.
 *
 * @param author name and address as written
 * @param authored without zone: trees carry zones that do not exist; 1970 where it is no number
 * @param committed likewise
 * @param message whole, title included
 * @param parents none for a root, more than one for a merge
 * @param change against the first parent; empty for a merge and where history is cut off
 * @param problems what of the change is left out, and why
 */
public record Commit(CommitId id, Mailbox author, Instant authored, Instant committed,
    String message, List<CommitId> parents, Change change, List<Problem> problems) {

  public Commit {
    parents = List.copyOf(parents);
    problems = List.copyOf(problems);
  }

  /** The first line of the message. */
  public String title() {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
