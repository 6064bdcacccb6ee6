package dev.chesterton.patch;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.patch.RangeLine.Inner;
import java.util.function.BiConsumer;

/** The diff of one file without its line numbers, as git writes it for {@code git range-diff}. */
final class PatchLines {
  private PatchLines() {}

  /** Hands out lines in order, a few more than {@code enough} at most. */
  static void of(FileChange file, int enough, BiConsumer<Inner, String> out) {
    out.accept(Inner.HEADING, heading(file));
    int written = 0;
    for (Hunk hunk : file.hunks()) {
      out.accept(Inner.HUNK, hunk.section().isEmpty()
          ? file.newPath().value()
          : file.newPath() + ": " + hunk.section());
      for (DiffLine line : hunk.lines()) {
        if (written++ > enough) {
          return;
        }
        out.accept(inner(line), line.text());
      }
    }
  }

  private static String heading(FileChange file) {
    return switch (file.kind()) {
      case MODIFIED -> file.newPath().value();
      case ADDED -> file.newPath() + " (new)";
      case DELETED -> file.oldPath() + " (deleted)";
      case RENAMED -> file.oldPath() + " => " + file.newPath();
      case COPIED -> file.oldPath() + " => " + file.newPath() + " (copied)";
    } + (file.binary() ? " (binary)" : "");
  }

  private static Inner inner(DiffLine line) {
    return switch (line.kind()) {
      case CONTEXT -> Inner.CONTEXT;
      case ADDED -> Inner.ADDED;
      case REMOVED -> Inner.REMOVED;
    };
  }
}
