package dev.chesterton.change;

/**
 * Writes a change as git prints it, as far as a {@link Change} knows: without blob ids, with the mode of a plain file.
 *
 * <p>There are two forms. One has what a patch-id is made of here, and must not change: stores keep such ids. The other says
 * of renames and binary files what they are, and quotes odd names, so that {@link DiffParser} reads the same change.
 */
final class DiffWriter {
  private final StringBuilder text = new StringBuilder();

  private final boolean readable;

  private DiffWriter(boolean readable) {
    this.readable = readable;
  }

  /** What a patch-id is made of. */
  static String write(Change change) {
    return new DiffWriter(false).all(change);
  }

  /** What can be read back. */
  static String readable(Change change) {
    return new DiffWriter(true).all(change);
  }

  private String all(Change change) {
    change.files().forEach(this::file);
    return text.toString();
  }

  private void file(FileChange file) {
    String before = name("a/" + file.oldPath());
    String after = name("b/" + file.newPath());
    line("diff --git " + before + " " + after);
    switch (file.kind()) {
      case ADDED -> line("new file mode 100644");
      case DELETED -> line("deleted file mode 100644");
      case RENAMED -> moved("rename", file);
      case COPIED -> moved("copy", file);
      case MODIFIED -> {
      }
    }
    if (readable && file.binary()) {
      line("Binary files " + before + " and " + after + " differ");
    }
    if (!file.hunks().isEmpty()) {
      line("--- " + (file.kind() == FileChange.Kind.ADDED ? "/dev/null" : before));
      line("+++ " + (file.kind() == FileChange.Kind.DELETED ? "/dev/null" : after));
    }
    file.hunks().forEach(this::hunk);
  }

  private void moved(String how, FileChange file) {
    if (readable) {
      line(how + " from " + name(file.oldPath().value()));
      line(how + " to " + name(file.newPath().value()));
    }
  }

  /** In quotes where it has signs that would end it or the line (quote.c of git). */
  private String name(String name) {
    boolean isOdd = name.chars().anyMatch(unit -> unit < ' ' || unit == '"' || unit == '\\');
    if (!readable || !isOdd) {
      return name;
    }
    StringBuilder quoted = new StringBuilder("\"");
    name.chars().forEach(unit -> {
      if (unit < ' ') {
        quoted.append("\\%03o".formatted(unit));
      } else if (unit == '"' || unit == '\\') {
        quoted.append('\\').append((char) unit);
      } else {
        quoted.append((char) unit);
      }
    });
    return quoted.append('"').toString();
  }

  private void hunk(Hunk hunk) {
    line("@@ -%d,%d +%d,%d @@ %s".formatted(hunk.oldStart(), hunk.oldCount(), hunk.newStart(),
        hunk.newCount(), hunk
            .section()));
    for (DiffLine changed : hunk.lines()) {
      line(changed.signed());
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
