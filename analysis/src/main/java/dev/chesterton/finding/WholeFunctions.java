package dev.chesterton.finding;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.syntax.Construct.FunctionDefinition;
import dev.chesterton.syntax.LineRange;
import dev.chesterton.syntax.SectionHeading;
import dev.chesterton.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * Reads what stands around the hunks of a file.
   *
   * @param before lines of the pre-image, in which the hunks stand exactly where they say
   * @return empty where the file is no C, or nothing stands there
   */
  public static Optional<WholeFunctions> around(FileChange file, List<String> before) {
    return SeriesDiff.isC(file) && !file.hunks().isEmpty() && !before.isEmpty()
        ? Optional.of(new WholeFunctions(before))
        : Optional.empty();
  }

  /** The same change with whole functions as context. */
  public FileChange widened(FileChange file) {
    return with(file, widened(file.hunks()));
  }

  /**
   * The same change with the function each hunk begins in as its heading: git names the nearest head above, though that
   * function may have ended.
   */
  public FileChange named(FileChange file) {
    return with(file, file.hunks()
        .stream()
        .map(hunk -> new Hunk(hunk.oldStart(), hunk.newStart(), heading(hunk), hunk.textLine(),
            hunk.lines()))
        .toList());
  }

  private static FileChange with(FileChange file, List<Hunk> hunks) {
    return new FileChange(file.kind(), file.oldPath(), file.newPath(), file.binary(), hunks);
  }

  private String heading(Hunk hunk) {
    int line = Math.max(1, hunk.oldStart());
    boolean isHead = functions.stream().anyMatch(function -> function.first() == line);
    Optional<String> inside = code.enclosingFunction(line).filter(_ -> !isHead);
    boolean isOfOther = SectionHeading.functionName(hunk.section()).isPresent();
    return inside.map("void %s("::formatted).orElse(isOfOther ? "" : hunk.section());
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
    Hunk joined = new Hunk(from, lines.newStart, head.section(), head.textLine(), lines.lines);
    return new Hunk(from, lines.newStart, heading(joined), head.textLine(), lines.lines);
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
