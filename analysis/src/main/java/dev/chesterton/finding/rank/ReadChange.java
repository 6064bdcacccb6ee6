package dev.chesterton.finding.rank;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.Hunk;
import dev.chesterton.syntax.CodeLine;
import dev.chesterton.syntax.CodeLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The changed lines of one change in languages with the lexical form of C, and what the change does to names. */
final class ReadChange {
  private static final Set<String> ENDINGS = Set.of("c", "h", "S", "cc", "cpp", "rs", "y", "l");

  private final List<ReadLine> removed = new ArrayList<>();
  private final List<ReadLine> added = new ArrayList<>();
  private final Balance balance = new Balance();
  private int hunks;

  static ReadChange of(Change change) {
    ReadChange read = new ReadChange();
    change.files().stream().filter(ReadChange::isCode).forEach(read::read);
    return read;
  }

  private static boolean isCode(FileChange file) {
    String name = file.oldPath().name();
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  List<ReadLine> removed() {
    return removed;
  }

  List<ReadLine> added() {
    return added;
  }

  Balance balance() {
    return balance;
  }

  private void read(FileChange file) {
    for (Hunk hunk : file.hunks()) {
      side(file, hunk, DiffLine.Kind.REMOVED);
      side(file, hunk, DiffLine.Kind.ADDED);
      hunks++;
    }
  }

  /** The lines of one side: those of the given kind, and the context. */
  private void side(FileChange file, Hunk hunk, DiffLine.Kind kind) {
    List<DiffLine> lines = hunk.lines()
        .stream()
        .filter(line -> line.kind() == kind || line.kind() == DiffLine.Kind.CONTEXT)
        .toList();
    if (kind == DiffLine.Kind.REMOVED && lines.stream().noneMatch(DiffLine::isRemoved)) {
      return;
    }
    List<CodeLine> code = CodeLines.of(lines.stream().map(DiffLine::text).toList(),
        hunk.function());
    FilePath path = kind == DiffLine.Kind.REMOVED ? file.oldPath() : file.newPath();
    for (int i = 0; i < lines.size(); i++) {
      take(new ReadLine(path, hunks, lines.get(i), code.get(i),
          file.kind() == FileChange.Kind.DELETED), kind);
    }
  }

  private void take(ReadLine line, DiffLine.Kind side) {
    if (line.line().isRemoved()) {
      balance.remove(line);
      if (!line.line().text().isBlank()) {
        removed.add(line);
      }
    } else if (line.line().isAdded()) {
      balance.add(line);
      added.add(line);
    } else if (side == DiffLine.Kind.ADDED) {
      balance.keep(line);
    }
  }
}
