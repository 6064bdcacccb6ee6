package dev.chesterton.review.base;

import dev.chesterton.change.Change;
import dev.chesterton.change.FilePath;
import dev.chesterton.history.CommitId;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;
import java.util.Map;

/**
 * A patch in the place where it applies.
 *
 * @param base commit whose files these are, other patches of the series applied
 * @param patch with its hunks where they really stand
 * @param whole its change with whole functions around the hunks
 * @param files the files it changes as they stand before it, by old path
 * @param misfits old paths of files that are not there or in which a hunk has no place
 */
record Seat(CommitId base, Patch patch, Change whole, Map<FilePath, PatchedFile> files,
    List<FilePath> misfits) {
  Seat {
    files = Map.copyOf(files);
    misfits = List.copyOf(misfits);
  }

  boolean fits() {
    return misfits.isEmpty();
  }
}
