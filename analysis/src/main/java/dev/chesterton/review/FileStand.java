package dev.chesterton.review;

import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import java.util.List;
import java.util.Optional;

/**
 * A file as it stands at the head of a tree, around the lines asked for.
 *
 * @param size lines of the file
 * @param from number of the first of {@code lines}, 1-based
 * @param lines around those asked for; none where there are no such lines
 * @param runs commits that put the lines asked for there, as git blame tells it, in the order of the lines; none where no
 *     line was asked for
 * @param added changes of the store that add such lines to this file, oldest first
 */
public record FileStand(String tree, CommitId head, int size, int from, List<String> lines,
    List<Run> runs, List<Head> added) {

  public FileStand {
    lines = List.copyOf(lines);
    runs = List.copyOf(runs);
    added = List.copyOf(added);
  }

  /**
   * Lines beside each other that one commit put there.
   *
   * @param from 1-based
   * @param to inclusive
   */
  public record Run(int from, int to, Anchor commit) {}

  /** The commit that put the first of the lines there. */
  public Optional<Anchor> blame() {
    return runs.stream().map(Run::commit).findFirst();
  }

  /** Whether the two ways to ask who put the line there have different answers; an answer is missing where none was found. */
  public boolean isDisputed() {
    return blame().isPresent()
        && added.stream().noneMatch(head -> head.key().equals(blame().get().key()));
  }
}
