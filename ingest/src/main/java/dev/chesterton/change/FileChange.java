package dev.chesterton.change;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a change does to one file.
 *
 * @param oldPath before the change; of an added file the same as {@code newPath}
 * @param newPath after the change; of a deleted file the same as {@code oldPath}
 * @param binary its content is not text; then there are no hunks
 */
public record FileChange(Kind kind, FilePath oldPath, FilePath newPath, boolean binary,
    List<Hunk> hunks) {

  public enum Kind {
    MODIFIED, ADDED, DELETED, RENAMED, COPIED
  }

  public FileChange {
    hunks = List.copyOf(hunks);
  }

  /** All lines of all hunks, in order. */
  public Stream<DiffLine> lines() {
    return hunks.stream().flatMap(hunk -> hunk.lines().stream());
  }

  public Stream<DiffLine> added() {
    return lines().filter(DiffLine::isAdded);
  }

  public Stream<DiffLine> removed() {
    return lines().filter(DiffLine::isRemoved);
  }
}
