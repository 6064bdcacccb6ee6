package dev.chesterton.finding;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.syntax.Construct.Condition;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is there before a series and gone after it, as far as one of its patches takes it away. What the series puts back
 * elsewhere, moved or renamed, is no loss.
 *
 * @param lines removed lines that no patch of the series adds, blank ones left out
 * @param functions definitions that vanish
 * @param calls calls on removed lines whose callee the series calls less often afterwards; of equal ones as many as are
 *     missing
 * @param conditions on removed lines that the series does not put back, not even in other words in the same function
 * @param names functions and fields whose declaration is removed and that no added or context line of the series names,
 *     in alphabetical order
 * @param notes what could not be read
 */
public record Losses(List<LostLine> lines, List<LostFunction> functions, List<LostCall> calls,
    List<LostCondition> conditions, Set<String> names, List<String> notes) {

  public static final Losses NONE = new Losses(List.of(), List.of(), List.of(), List.of(), Set.of(),
      List.of());

  public Losses {
    lines = List.copyOf(lines);
    functions = List.copyOf(functions);
    calls = List.copyOf(calls);
    conditions = List.copyOf(conditions);
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    notes = List.copyOf(notes);
  }

  /**
   * A removed line.
   *
   * @param function that holds it, where one is known
   */
  public record LostLine(FilePath path, DiffLine line, Optional<String> function) {

    public Fence fence() {
      return new Fence(path, line.oldLine(), line.oldLine(), function, List.of(line.text()));
    }
  }

  /** A function definition. */
  public record LostFunction(String name, Fence fence) {}

  /** A call with its arguments as text. */
  public record LostCall(String callee, List<String> arguments, Fence fence) {
    public LostCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** A condition with what it led to. */
  public record LostCondition(String text, Condition.LeadsTo leadsTo, Fence fence) {}

  /** Keys of the lost lines: what origins and attempts are looked up by. */
  public LineKeys keys() {
    return LineKeys
        .ofKeys(lines.stream().mapToLong(lost -> LineKey.of(lost.line().text()).value()));
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether a place lies inside a function that vanishes as a whole. */
  public boolean isInsideLostFunction(Fence fence) {
    return functions.stream().anyMatch(function -> function.fence().holds(fence));
  }
}
