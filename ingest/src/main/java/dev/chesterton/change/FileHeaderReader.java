package dev.chesterton.change;

import java.util.Optional;

/** Finds file headers the way {@code git apply} does: git's own, or a plain pair of names. */
final class FileHeaderReader {

  private final TextLines lines;

  FileHeaderReader(TextLines lines) {
    this.lines = lines;
  }

  /** The header that begins on this line, where one does. */
  Optional<FileHeader> at(int number) {
    if (lines.startsWith(number, GitHeader.MARK)) {
      return new GitHeader(lines, number).read();
    }
    return isPlain(number) ? Optional.of(plain(number)) : Optional.empty();
  }

  /** Without a hunk behind them two lines of dashes and plus signs are prose. */
  private boolean isPlain(int number) {
    return lines.startsWith(number, "--- ") && lines.startsWith(number + 1, "+++ ")
        && HunkHeader.parse(lines.line(number + 2)).isPresent();
  }

  private FileHeader plain(int number) {
    DiffPath before = DiffPath.ofSide(lines.line(number).substring(4));
    DiffPath after = DiffPath.ofSide(lines.line(number + 1).substring(4));
    boolean prefixed = DiffPath.arePrefixed(before, after);
    FileChange.Kind kind = before.isNowhere()
        ? FileChange.Kind.ADDED
        : after.isNowhere() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
    // of x.c.orig and x.c the new name is the one the tree has
    FilePath path = (after.isNowhere() ? before : after).path(prefixed);
    return new FileHeader(kind, path, path, false, false, number + 1);
  }
}
