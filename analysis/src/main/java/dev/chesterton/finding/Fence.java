package dev.chesterton.finding;

import dev.chesterton.change.FilePath;
import java.util.List;
import java.util.Optional;

/**
 * Lines a patch takes away, as they stand before it (the pre-image).
 *
 * @param path in the tree the patch applies to
 * @param fromLine 1-based
 * @param toLine 1-based, inclusive
 * @param function that holds them, where one is known
 * @param lines the removed lines among these, as they stand
 */
public record Fence(FilePath path, int fromLine, int toLine, Optional<String> function,
    List<String> lines) implements Place {
  public Fence {
    lines = List.copyOf(lines);
  }

  /** Whether the first line of another fence lies in this one. */
  @Override
  public boolean holds(Place other) {
    return other instanceof Fence fence && path.equals(fence.path) && fromLine <= fence.fromLine
        && fence.fromLine <= toLine;
  }

  @Override
  public String toString() {
    return path + ":" + fromLine;
  }
}
