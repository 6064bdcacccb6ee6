package dev.chesterton.change;

import java.util.Optional;

/**
 * The id {@code git patch-id --stable} gives a diff: equal ids mean, almost surely, the same change. Line numbers and
 * white space do not count, context lines do. It is computed from the text of a diff, not from a {@link Change}: git
 * hashes header lines, too.
 *
 * @param hex 40 hex digits
 */
public record PatchId(String hex) {

  /**
   * Of a change that was not read from a diff text: a commit's. Empty for renames, copies and binary files, whose headers
   * hold what a {@link Change} does not know, and for an empty change.
   */
  public static Optional<PatchId> of(Change change) {
    return change.files().stream().allMatch(PatchId::isPlain)
        ? PatchIdReader.read(TextLines.of(DiffWriter.write(change)), 1)
        : Optional.empty();
  }

  private static boolean isPlain(FileChange file) {
    return !file.binary() && switch (file.kind()) {
      case MODIFIED, ADDED, DELETED -> true;
      case RENAMED, COPIED -> false;
    };
  }
}
