package dev.chesterton.change;

import java.util.Optional;

/**
 * One header as git writes it: {@code diff --git} and the extended lines below it (git-diff manual,
 * "Generating patch text with -p").
 */
final class GitHeader {

  static final String MARK = "diff --git ";

  private final TextLines lines;
  private final int firstLine;
  private FileChange.Kind kind = FileChange.Kind.MODIFIED;
  private boolean meaningful;
  private boolean renamed;
  private Optional<DiffPath> before = Optional.empty();
  private Optional<DiffPath> after = Optional.empty();

  GitHeader(TextLines lines, int firstLine) {
    this.lines = lines;
    this.firstLine = firstLine;
  }

  /** Empty where nothing in it names a file. */
  Optional<FileHeader> read() {
    int line = firstLine + 1;
    while (lines.has(line) && understands(lines.line(line))) {
      line++;
    }
    Optional<Pair> first = Pair.of(lines.line(firstLine).substring(MARK.length()));
    Optional<DiffPath> old = before.or(() -> first.map(Pair::before));
    Optional<DiffPath> now = after.or(() -> first.map(Pair::after));
    return old.isEmpty() || now.isEmpty()
        ? Optional.empty()
        : Optional
            .of(header(old.get(), now.get(), isPrefixed(first, old.get(), now.get()), line - 1));
  }

  /** The names of a rename come without prefix. */
  private boolean isPrefixed(Optional<Pair> first, DiffPath old, DiffPath now) {
    return !renamed && first.map(pair -> DiffPath.arePrefixed(pair.before, pair.after))
        .orElseGet(() -> DiffPath.arePrefixed(old, now));
  }

  private FileHeader header(DiffPath old, DiffPath now, boolean prefixed, int endLine) {
    if (old.isNowhere()) {
      kind = FileChange.Kind.ADDED;
    } else if (now.isNowhere()) {
      kind = FileChange.Kind.DELETED;
    }
    FilePath oldPath = (old.isNowhere() ? now : old).path(prefixed);
    FilePath newPath = (now.isNowhere() ? old : now).path(prefixed);
    return new FileHeader(kind, oldPath, newPath, true, meaningful, endLine);
  }

  private boolean understands(String line) {
    return isName(line) || isMode(line) || isMove(line) || line.startsWith("index ")
        || line.startsWith("similarity index ") || line.startsWith("dissimilarity index ");
  }

  private boolean isName(String line) {
    if (line.startsWith("--- ") && before.isEmpty()) {
      before = Optional.of(DiffPath.ofSide(line.substring(4)));
      return true;
    }
    if (line.startsWith("+++ ") && (after.isEmpty() || renamed)) {
      after = renamed ? after : Optional.of(DiffPath.ofSide(line.substring(4)));
      return true;
    }
    return renamed && line.startsWith("--- ");
  }

  private boolean isMode(String line) {
    boolean born = line.startsWith("new file mode ");
    boolean gone = line.startsWith("deleted file mode ");
    boolean mode = born || gone || line.startsWith("old mode ") || line.startsWith("new mode ");
    meaningful |= mode;
    kind = born ? FileChange.Kind.ADDED : gone ? FileChange.Kind.DELETED : kind;
    return mode;
  }

  private boolean isMove(String line) {
    boolean rename = line.startsWith("rename from ") || line.startsWith("rename to ");
    boolean copy = line.startsWith("copy from ") || line.startsWith("copy to ");
    if (!rename && !copy) {
      return false;
    }
    kind = rename ? FileChange.Kind.RENAMED : FileChange.Kind.COPIED;
    meaningful = true;
    renamed = true;
    int name = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
    Optional<DiffPath> path = Optional.of(DiffPath.ofWhole(line.substring(name)));
    if (line.startsWith(rename ? "rename from " : "copy from ")) {
      before = path;
    } else {
      after = path;
    }
    return true;
  }

  /** Both names of the {@code diff --git} line. */
  private record Pair(DiffPath before, DiffPath after) {

    /**
     * Nothing tells where the first name ends if it holds spaces; but where there is no rename both
     * are the same but for prefixes of one length, and so the space in the middle parts them.
     */
    static Optional<Pair> of(String names) {
      int space = names.startsWith("\"") ? DiffPath.quoteEnd(names) + 1 : names.length() / 2;
      if (!names.startsWith(" ", space)) {
        space = names.endsWith("\"") ? names.indexOf(" \"") : names.indexOf(' ');
      }
      return space <= 0 || space == names.length() - 1
          ? Optional.empty()
          : Optional.of(new Pair(DiffPath.ofWhole(names.substring(0, space)),
              DiffPath.ofWhole(names.substring(space + 1))));
    }
  }
}
