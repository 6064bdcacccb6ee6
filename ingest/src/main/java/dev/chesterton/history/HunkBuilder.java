package dev.chesterton.history;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.DiffLine.Kind;
import dev.chesterton.change.Hunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;

/**
 * Edits of one file to hunks as git prints them: three lines of context, near ones joined, function
 * named.
 */
final class HunkBuilder {

  private static final int CONTEXT = 3;
  /** Bytes git keeps of a section heading ({@code struct func_line} in xemit.c). */
  private static final int MAX_SECTION = 80;

  private final FileContent before;
  private final FileContent after;
  private String section = "";
  private int sectionSearched;

  HunkBuilder(FileContent before, FileContent after) {
    this.before = before;
    this.after = after;
  }

  List<Hunk> hunks(EditList edits) {
    List<Hunk> hunks = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= edits.size(); i++) {
      if (i == edits.size()
          || edits.get(i).getBeginA() - edits.get(i - 1).getEndA() > 2 * CONTEXT) {
        hunks.add(hunk(edits.subList(first, i)));
        first = i;
      }
    }
    return hunks;
  }

  private Hunk hunk(List<Edit> edits) {
    Edit first = edits.getFirst();
    Edit last = edits.getLast();
    int lead = Math.min(CONTEXT, first.getBeginA());
    int oldStart = first.getBeginA() - lead;
    int newStart = first.getBeginB() - lead;
    int oldEnd = Math.min(before.lines().size(), last.getEndA() + CONTEXT);
    Lines lines = new Lines(oldStart, newStart);
    for (Edit edit : edits) {
      lines.contextUntil(edit.getBeginA());
      lines.removeUntil(edit.getEndA());
      lines.addUntil(edit.getEndB());
    }
    lines.contextUntil(oldEnd);
    // As in git's headers, an empty side begins at the line before it, which is 0 in an empty file.
    return new Hunk(oldEnd == oldStart ? oldStart : oldStart + 1,
        lines.newLine == newStart ? newStart : newStart + 1, section(oldStart), lines.lines);
  }

  /**
   * The nearest pre-image line above the hunk that begins with a letter, {@code _} or {@code $}
   * (def_ff in git's xemit.c); where there is none since the hunk before, that one's.
   */
  private String section(int oldStart) {
    for (int i = oldStart - 1; i >= sectionSearched; i--) {
      int first = before.firstByte(i) | 0x20;
      if ((first >= 'a' && first <= 'z') || before.firstByte(i) == '_'
          || before.firstByte(i) == '$') {
        section = shortened(before.line(i));
        break;
      }
    }
    sectionSearched = Math.max(sectionSearched, oldStart);
    return section;
  }

  private static String shortened(String line) {
    int end = Math.min(line.length(), MAX_SECTION);
    while (end > 0
        && line.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MAX_SECTION) {
      end--;
    }
    return line.substring(0, end).stripTrailing();
  }

  /** The body of one hunk in the making; both counters are 0-based and stand on the next line. */
  private final class Lines {
    private final List<DiffLine> lines = new ArrayList<>();
    private int oldLine;
    private int newLine;

    Lines(int oldLine, int newLine) {
      this.oldLine = oldLine;
      this.newLine = newLine;
    }

    void contextUntil(int oldEnd) {
      while (oldLine < oldEnd) {
        add(Kind.CONTEXT, before.line(oldLine));
        oldLine++;
        newLine++;
      }
    }

    void removeUntil(int oldEnd) {
      for (; oldLine < oldEnd; oldLine++) {
        add(Kind.REMOVED, before.line(oldLine));
      }
    }

    void addUntil(int newEnd) {
      for (; newLine < newEnd; newLine++) {
        add(Kind.ADDED, after.line(newLine));
      }
    }

    private void add(Kind kind, String text) {
      lines.add(new DiffLine(kind, text, oldLine + 1, newLine + 1));
    }
  }
}
