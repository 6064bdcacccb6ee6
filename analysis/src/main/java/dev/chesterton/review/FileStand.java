package dev.chesterton.review;

import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import java.util.List;
import java.util.Optional;

/**
 * A file as it stands at the head of a tree, around one line.
 *
 * @param size lines of the file
 * @param from number of the first of {@code lines}, 1-based
 * @param lines around the one asked for; none where there is no such line
 * @param blame commit that put the line there, as git blame tells it; empty where no line was asked for
 * @param added changes of the store that add such a line to this file, oldest first
 */
public record FileStand(String tree, CommitId head, int size, int from, List<String> lines,
    Optional<Anchor> blame, List<Head> added) {

  public FileStand {
    lines = List.copyOf(lines);
    added = List.copyOf(added);
  }

  /** Whether the two ways to ask who put the line there have different answers; an answer is missing where none was found. */
  public boolean isDisputed() {
    return blame.isPresent()
        && added.stream().noneMatch(head -> head.key().equals(blame.get().key()));
  }
}
