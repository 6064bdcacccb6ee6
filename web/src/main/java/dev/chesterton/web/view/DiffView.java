package dev.chesterton.web.view;

import dev.chesterton.change.Change;
import java.util.List;

/**
 * A diff with what is told of its lines.
 *
 * @param elsewhere findings whose lines are not shown
 * @param leftOut lines that are not shown; 0 where all are
 */
public record DiffView(List<FileView> files, List<FindingView> elsewhere, int leftOut) {

  public DiffView {
    files = List.copyOf(files);
    elsewhere = List.copyOf(elsewhere);
  }

  /** A diff without findings. */
  public static DiffView of(Change change) {
    return of(change, List.of());
  }

  static DiffView of(Change change, List<FindingView> findings) {
    return new DiffWriter(findings).write(change);
  }
}
