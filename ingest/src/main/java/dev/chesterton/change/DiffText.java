package dev.chesterton.change;

import java.util.Optional;

/**
 * A diff as it was found in a text.
 *
 * @param change what it does to files
 * @param firstLine 1-based line of the text on which the first file header begins; 0 where there is no
 *     diff
 * @param lastLine 1-based, inclusive: the last line that belongs to the diff; 0 where there is none
 * @param patchId what {@code git patch-id --stable} says of it; empty where git says nothing, as it
 *     does of diffs without a {@code diff} line
 */
public record DiffText(Change change, int firstLine, int lastLine, Optional<PatchId> patchId) {

  public static final DiffText NONE = new DiffText(Change.NONE, 0, 0, Optional.empty());

  public boolean isEmpty() {
    return change.isEmpty();
  }
}
