package dev.chesterton.finding;

import dev.chesterton.change.FilePath;
import java.util.List;
import java.util.Optional;

/**
 * A line a patch puts in, as it stands after it (the post-image).
 *
 * @param path in the tree with the patch applied
 * @param line 1-based
 * @param mailLine 1-based, in the text of the mail
 * @param function that holds it, where one is known
 */
public record AddedLine(FilePath path, int line, int mailLine, Optional<String> function,
    String text) implements Place {

  @Override
  public List<String> lines() {
    return List.of(text);
  }

  /** Two rules say two things of one added line. */
  @Override
  public boolean holds(Place other) {
    return false;
  }

  @Override
  public String toString() {
    return path + ":" + line;
  }
}
