package dev.chesterton.finding;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.syntax.Construct.FunctionDefinition;
import dev.chesterton.syntax.LineRange;
import dev.chesterton.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts whole functions around the hunks of a C file, as {@code git diff --function-context} does: where the pre-image is at
 * hand, nobody has to guess in which function a hunk begins.
 */
public final class WholeFunctions {
  private final List<String> before;
  private final SourceFile code;
  private final List<LineRange> functions;

  private WholeFunctions(List<String> before) {
    this.before = before;
    this.code = SourceFile.parse(String.join("\n", before) + "\n");
    this.functions = code.constructs()
        .stream()
        .filter(FunctionDefinition.class::isInstance)
        .map(found -> ((FunctionDefinition) found).lines())
        .toList();
  }

  /**
   * The same change with more context; as it is where the file is no C.
   *
   * @param before lines of the pre-image, in which the hunks stand exactly where they say
   */
  public static FileChange around(FileChange file, List<String> before) {
    if (!SeriesDiff.isC(file) || file.hunks().isEmpty() || before.isEmpty()) {
      return file;
    }
    return new FileChange(file.kind(), file.oldPath(), file.newPath(), file.binary(),
        new WholeFunctions(before).widened(file.hunks()));
  }

  /** Hunks that stand in one function become one. */
  private List<Hunk> widened(List<Hunk> hunks) {
    List<Hunk> widened = new ArrayList<>();
    List<Hunk> together = new ArrayList<>();
    int to = 0;
    for (Hunk hunk : hunks) {
      LineRange range = range(hunk);
      if (!together.isEmpty() && range.first() > to) {
        widened.add(join(together, to));
        together = new ArrayList<>();
        to = 0;
      }
      together.add(hunk);
      to = Math.max(to, range.last());
    }
    widened.add(join(together, to));
    return widened;
  }

  /** First and last line of the pre-image that are wanted. */
  private LineRange range(Hunk hunk) {
    int first = Math.max(1, hunk.oldStart());
    int last = Math.max(first, first + hunk.oldCount() - 1);
    return new LineRange(
        functions.stream()
            .filter(function -> function.first() <= last && first <= function.last())
            .mapToInt(LineRange::first)
            .reduce(first, Math::min),
        functions.stream()
            .filter(function -> function.first() <= last && first <= function.last())
            .mapToInt(LineRange::last)
            .reduce(last, Math::max));
  }

  private Hunk join(List<Hunk> hunks, int to) {
    Hunk head = hunks.getFirst();
    int from = range(head).first();
    Lines lines = new Lines(from, from + head.newStart() - head.oldStart());
    for (Hunk hunk : hunks) {
      lines.context(hunk.lines().isEmpty() ? from : hunk.lines().getFirst().oldLine() - 1);
      hunk.lines().forEach(lines::add);
    }
    lines.context(Math.min(to, before.size()));
    boolean isInside = code.enclosingFunction(from).isPresent()
        && functions.stream().noneMatch(function -> function.first() == from);
    return new Hunk(from, lines.newStart, isInside ? head.section() : "", head.textLine(),
        lines.lines);
  }

  /** A hunk in the making; {@code oldLine} and {@code newLine} are 1-based and stand on the next line. */
  private final class Lines {
    private final List<DiffLine> lines = new ArrayList<>();
    private final int newStart;
    private int oldLine;
    private int newLine;

    Lines(int oldLine, int newLine) {
      this.oldLine = oldLine;
      this.newLine = newLine;
      this.newStart = newLine;
    }

    void context(int lastOldLine) {
      for (; oldLine <= lastOldLine; oldLine++, newLine++) {
        lines.add(new DiffLine(DiffLine.Kind.CONTEXT, before.get(oldLine - 1), oldLine, newLine));
      }
    }

    void add(DiffLine line) {
      lines.add(line);
      oldLine += line.isAdded() ? 0 : 1;
      newLine += line.isRemoved() ? 0 : 1;
    }
  }
}
