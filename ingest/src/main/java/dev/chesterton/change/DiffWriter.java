package dev.chesterton.change;

/** Writes a change as git prints it, as far as a {@link Change} knows: without blob ids, with the mode of a plain file. */
final class DiffWriter {
  private final StringBuilder text = new StringBuilder();

  private DiffWriter() {}

  static String write(Change change) {
    DiffWriter writer = new DiffWriter();
    change.files().forEach(writer::file);
    return writer.text.toString();
  }

  private void file(FileChange file) {
    line("diff --git a/" + file.oldPath() + " b/" + file.newPath());
    switch (file.kind()) {
      case ADDED -> line("new file mode 100644");
      case DELETED -> line("deleted file mode 100644");
      case MODIFIED, RENAMED, COPIED -> {
      }
    }
    if (!file.hunks().isEmpty()) {
      line("--- " + (file.kind() == FileChange.Kind.ADDED ? "/dev/null" : "a/" + file.oldPath()));
      line("+++ " + (file.kind() == FileChange.Kind.DELETED ? "/dev/null" : "b/" + file.newPath()));
    }
    file.hunks().forEach(this::hunk);
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
