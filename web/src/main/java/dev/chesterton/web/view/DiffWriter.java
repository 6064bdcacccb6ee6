package dev.chesterton.web.view;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays out one diff line by line until the limits of a page are reached, each finding below its first line. */
final class DiffWriter {

  /** Limits of docs/limits.md. */
  static final int MAX_LINES = 2_000;
  static final int MAX_CHARS = 512 << 10;

  private final List<FindingView> findings;
  private final Set<FindingView> open;
  private final Set<String> ids = new HashSet<>();
  private int linesLeft = MAX_LINES;
  private int charsLeft = MAX_CHARS;

  DiffWriter(List<FindingView> findings) {
    this.findings = findings;
    this.open = new HashSet<>(findings);
  }

  DiffView write(Change change) {
    List<FileView> files = change.files().stream().map(this::file).toList();
    List<FindingView> elsewhere = findings.stream().filter(open::contains).toList();
    return new DiffView(files, elsewhere, files.stream().mapToInt(FileView::leftOut).sum());
  }

  private FileView file(FileChange file) {
    List<FileView.HunkView> hunks = new ArrayList<>();
    int shown = 0;
    for (Hunk hunk : file.hunks()) {
      if (linesLeft > 0 && charsLeft > 0) {
        FileView.HunkView view = hunk(file, hunk);
        shown += view.lines().size();
        hunks.add(view);
      }
    }
    int findingsHere = (int) findings.stream().filter(finding -> isIn(finding, file)).count();
    return new FileView(unique(FileView.idOf(file)), FileView.pathOf(file),
        FileView.historyOf(file), FileView.kindOf(file),
        file.removed().count(), file.added().count(), findingsHere, hunks,
        (int) file.lines().count() - shown);
  }

  private FileView.HunkView hunk(FileChange file, Hunk hunk) {
    String head = "@@ -%d,%d +%d,%d @@ %s".formatted(hunk.oldStart(), hunk.oldCount(),
        hunk.newStart(), hunk.newCount(), hunk.section());
    List<DiffLineView> lines = new ArrayList<>();
    for (DiffLine line : hunk.lines()) {
      if (linesLeft > 0 && charsLeft > 0) {
        lines.add(line(file, line));
        linesLeft--;
        charsLeft -= Math.min(line.text().length(), Words.MAX_CHARS) + 1;
      }
    }
    return new FileView.HunkView(Words.of(head.strip()), lines);
  }

  private DiffLineView line(FileChange file, DiffLine line) {
    String id = unique(DiffLineView.idOf(file.oldPath().value(), line));
    List<FindingView> around = findings.stream()
        .filter(finding -> isAt(finding.place(), file, line))
        .toList();
    List<FindingView> first = around.stream().filter(open::remove).toList();
    Optional<String> letter = around.stream().map(FindingView::letter).findFirst();
    return DiffLineView.of(id, line, letter.orElse(" "), first);
  }

  private String unique(String id) {
    return ids.add(id) ? id : "";
  }

  private static boolean isIn(FindingView finding, FileChange file) {
    return switch (finding.place()) {
      case Fence fence -> fence.path().equals(file.oldPath());
      case AddedLine added -> added.path().equals(file.newPath());
      case MessageLine _ -> false;
    };
  }

  private static boolean isAt(Place place, FileChange file, DiffLine line) {
    return switch (place) {
      case Fence fence -> line.isRemoved() && fence.path().equals(file.oldPath())
          && fence.fromLine() <= line.oldLine() && line.oldLine() <= fence.toLine();
      case AddedLine added -> line.isAdded() && added.path().equals(file.newPath())
          && added.line() == line.newLine();
      case MessageLine _ -> false;
    };
  }
}
