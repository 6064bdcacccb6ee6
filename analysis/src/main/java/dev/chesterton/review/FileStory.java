package dev.chesterton.review;

import dev.chesterton.change.FilePath;
import dev.chesterton.index.Head;
import dev.chesterton.source.Problem;
import java.util.List;

/**
 * A file of the configured trees, one of its lines, and what changed it.
 *
 * @param line 1-based; 0 where no line was asked for
 * @param hasTrees whether any tree is configured
 * @param stands the file in each tree that has it
 * @param changes that touch the file, newest first, as many as a page shows
 * @param count of all such changes
 * @param problems trees that cannot be looked into
 */
public record FileStory(FilePath path, int line, boolean hasTrees, List<FileStand> stands,
    List<Head> changes, long count, List<Problem> problems) {

  public FileStory {
    stands = List.copyOf(stands);
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /** Whether neither a tree nor a mail knows the file. */
  public boolean isUnknown() {
    return stands.isEmpty() && changes.isEmpty();
  }
}
