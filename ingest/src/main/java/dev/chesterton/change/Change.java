package dev.chesterton.change;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a patch mail or a commit does to files: the one shape both have.
 *
 * @param files in the order of the diff
 */
public record Change(List<FileChange> files) {

  public static final Change NONE = new Change(List.of());

  public Change {
    files = List.copyOf(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  public Stream<DiffLine> added() {
    return files.stream().flatMap(FileChange::added);
  }

  public Stream<DiffLine> removed() {
    return files.stream().flatMap(FileChange::removed);
  }

  /** Keys of the added lines, blank ones left out; each once. */
  public LineKeys addedKeys() {
    return LineKeys.of(files, DiffLine.Kind.ADDED);
  }

  /** Keys of the removed lines, blank ones left out; each once. */
  public LineKeys removedKeys() {
    return LineKeys.of(files, DiffLine.Kind.REMOVED);
  }

  /** As git prints it, without ids of blobs and with the mode of a plain file; reading it gives the same change. */
  public String diff() {
    return DiffWriter.readable(this);
  }

  /** Old and new path of each file. */
  public Set<FilePath> paths() {
    Set<FilePath> paths = new TreeSet<>();
    for (FileChange file : files) {
      paths.add(file.oldPath());
      paths.add(file.newPath());
    }
    return paths;
  }
}
