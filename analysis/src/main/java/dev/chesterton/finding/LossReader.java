package dev.chesterton.finding;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.Hunk;
import dev.chesterton.change.LineKey;
import dev.chesterton.finding.Losses.LostCall;
import dev.chesterton.finding.Losses.LostCondition;
import dev.chesterton.finding.Losses.LostFunction;
import dev.chesterton.finding.Losses.LostLine;
import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.Condition;
import dev.chesterton.syntax.Construct.Declaration;
import dev.chesterton.syntax.Construct.FunctionDefinition;
import dev.chesterton.syntax.LineRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Goes through one change and keeps what its series does not put back. */
final class LossReader {
  private final SeriesDiff series;
  private final List<LostLine> lines = new ArrayList<>();
  private final List<LostFunction> functions = new ArrayList<>();
  private final List<LostCall> calls = new ArrayList<>();
  private final List<LostCondition> conditions = new ArrayList<>();
  private final Map<List<Object>, Integer> seen = new HashMap<>();
  private final Set<String> names = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  LossReader(SeriesDiff series) {
    this.series = series;
  }

  Losses read(Change change) {
    change.files().forEach(this::read);
    return new Losses(lines, functions, calls, conditions, names, notes);
  }

  private void read(FileChange file) {
    for (Hunk hunk : file.hunks()) {
      if (hunk.lines().stream().noneMatch(DiffLine::isRemoved)) {
        continue;
      }
      if (SeriesDiff.isC(file)) {
        readC(file.oldPath(), HunkSide.before(hunk));
      } else {
        hunk.lines().forEach(line -> lose(file.oldPath(), line, Optional.empty()));
      }
    }
  }

  private void readC(FilePath path, HunkSide before) {
    for (int number = 1; number <= before.size(); number++) {
      lose(path, before.line(number), before.functionAt(number));
    }
    before.changed(Declaration.class)
        .filter(declaration -> declaration.kind() != Declaration.Kind.VARIABLE)
        .map(Declaration::name)
        .filter(name -> !series.namesAfter(name))
        .forEach(names::add);
    before.changedFunctions().forEach(function -> lose(path, before, function));
    before.changedCalls().forEach(call -> lose(path, before, call));
    before.changed(Condition.class).forEach(condition -> lose(path, before, condition));
    before.notes().forEach(note -> notes.add(path + ": " + note));
  }

  private void lose(FilePath path, DiffLine line, Optional<String> function) {
    if (line.isRemoved() && !LineKey.of(line.text()).isBlank() && !series.puts(line)) {
      lines.add(new LostLine(path, line, function));
    }
  }

  private void lose(FilePath path, HunkSide before, FunctionDefinition function) {
    if (!series.definesAfter(function.name())) {
      functions.add(new LostFunction(function.name(), fence(path, before, function.lines())));
    }
  }

  private void lose(FilePath path, HunkSide before, Call call) {
    int nth = seen.merge(List.of(call.callee(), call.arguments()), 1, Integer::sum);
    if (nth <= series.lost(call)) {
      calls.add(new LostCall(call.callee(), call.arguments(), fence(path, before, call.lines())));
    }
  }

  private void lose(FilePath path, HunkSide before, Condition condition) {
    if (!series.puts(before.line(condition.lines().first())) && !series.checksAfter(condition)) {
      conditions.add(
          new LostCondition(condition.text(), condition.leadsTo(), fence(path, before, condition
              .lines())));
    }
  }

  private static Fence fence(FilePath path, HunkSide before, LineRange range) {
    List<String> removed = IntStream.rangeClosed(range.first(), range.last())
        .mapToObj(before::line)
        .filter(DiffLine::isRemoved)
        .map(DiffLine::text)
        .toList();
    return new Fence(path, before.line(range.first()).oldLine(),
        before.line(range.last()).oldLine(), before
            .functionAt(range.first()),
        removed);
  }
}
