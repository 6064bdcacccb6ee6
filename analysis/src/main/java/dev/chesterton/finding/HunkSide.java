package dev.chesterton.finding;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.Hunk;
import dev.chesterton.syntax.Construct;
import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.FunctionDefinition;
import dev.chesterton.syntax.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pre-image or post-image of a hunk, read as C, with the way back to the lines of the diff. */
final class HunkSide {
  private final List<DiffLine> lines;
  private final SourceFile code;

  private HunkSide(List<DiffLine> lines, String section) {
    this.lines = lines;
    this.code = SourceFile.ofHunk(
        lines.stream().map(DiffLine::text).collect(Collectors.joining("\n", "", "\n")),
        Optional.of(section).filter(heading -> !heading.isEmpty()));
  }

  static HunkSide before(Hunk hunk) {
    return new HunkSide(hunk.lines().stream().filter(line -> !line.isAdded()).toList(),
        hunk.section());
  }

  static HunkSide after(Hunk hunk) {
    return new HunkSide(hunk.lines().stream().filter(line -> !line.isRemoved()).toList(),
        hunk.section());
  }

  /** Calls that begin on a removed or added line. */
  Stream<Call> changedCalls() {
    return changed(Call.class);
  }

  /** Function definitions whose head stands on a removed or added line. */
  Stream<FunctionDefinition> changedFunctions() {
    return changed(FunctionDefinition.class);
  }

  <T extends Construct> Stream<T> changed(Class<T> type) {
    return code.constructs()
        .stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(this::isChanged);
  }

  private boolean isChanged(Construct construct) {
    return line(construct.lines().first()).kind() != DiffLine.Kind.CONTEXT;
  }

  /** The diff line behind a 1-based line of this side. */
  DiffLine line(int number) {
    return lines.get(Math.clamp(number, 1, lines.size()) - 1);
  }

  /** Number of lines of this side. */
  int size() {
    return lines.size();
  }

  Optional<String> functionAt(int number) {
    return code.enclosingFunction(number);
  }

  Set<String> allNames() {
    Set<String> names = new TreeSet<>();
    IntStream.rangeClosed(1, lines.size())
        .forEach(number -> names.addAll(code.identifiers(number)));
    return names;
  }

  List<String> notes() {
    return code.notes();
  }
}
