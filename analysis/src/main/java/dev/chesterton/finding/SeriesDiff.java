package dev.chesterton.finding;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.syntax.Construct.Call;
import dev.chesterton.syntax.Construct.Condition;
import dev.chesterton.syntax.Construct.Condition.LeadsTo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a whole series takes away and puts in: against it one patch's removals are weighed. */
final class SeriesDiff {

  /** Files whose language the grammar reads well enough; others are compared by lines alone. */
  private static final Set<String> C_ENDINGS = Set.of("c", "h");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final LineKeys addedKeys;
  private final Map<String, Integer> calleeBalance = new HashMap<>();
  private final Map<CallText, Integer> callBalance = new HashMap<>();
  private final Map<ConditionPlace, List<Set<String>>> conditionsAfter = new HashMap<>();
  private final Set<String> definedAfter = new HashSet<>();
  private final Set<String> namesAfter = new HashSet<>();

  SeriesDiff(List<Change> series) {
    List<Stream<DiffLine>> added = new ArrayList<>();
    for (Change change : series) {
      added.add(change.added());
      change.files().forEach(this::read);
    }
    addedKeys = LineKeys.of(added.stream().flatMap(lines -> lines));
  }

  /** A call wherever it stands. */
  private record CallText(String callee, List<String> arguments) {
    static CallText of(Call call) {
      return new CallText(call.callee(), call.arguments());
    }
  }

  /** Where and to what end something is checked. */
  private record ConditionPlace(Optional<String> function, LeadsTo leadsTo) {
    static ConditionPlace of(Condition condition) {
      return new ConditionPlace(condition.enclosingFunction(), condition.leadsTo());
    }
  }

  static boolean isC(FileChange file) {
    String name = file.newPath().name();
    int dot = name.lastIndexOf('.');
    return dot >= 0 && C_ENDINGS.contains(name.substring(dot + 1));
  }

  private void read(FileChange file) {
    for (Hunk hunk : file.hunks()) {
      if (isC(file)) {
        HunkSide before = HunkSide.before(hunk);
        HunkSide after = HunkSide.after(hunk);
        before.changedCalls().forEach(call -> count(call, -1));
        after.changedCalls().forEach(call -> count(call, 1));
        after.changed(Condition.class)
            .forEach(condition -> conditionsAfter
                .computeIfAbsent(ConditionPlace.of(condition), _ -> new ArrayList<>())
                .add(names(condition)));
        after.changedFunctions().forEach(function -> definedAfter.add(function.name()));
        namesAfter.addAll(after.allNames());
      }
    }
  }

  boolean puts(DiffLine line) {
    return addedKeys.contains(LineKey.of(line.text()));
  }

  private void count(Call call, int by) {
    calleeBalance.merge(call.callee(), by, Integer::sum);
    callBalance.merge(CallText.of(call), by, Integer::sum);
  }

  private static Set<String> names(Condition condition) {
    return NAME.matcher(condition.text())
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  /** How many calls of just this kind are gone; none where the series calls the function as often as before. */
  int lost(Call call) {
    return calleeBalance.getOrDefault(call.callee(), 0) < 0
        ? Math.max(0, -callBalance.getOrDefault(CallText.of(call), 0))
        : 0;
  }

  /** Whether the function still checks all this before it does the same, in other words or together with more. */
  boolean checksAfter(Condition condition) {
    Set<String> names = names(condition);
    return conditionsAfter.getOrDefault(ConditionPlace.of(condition), List.of())
        .stream()
        .anyMatch(after -> after.containsAll(names));
  }

  boolean definesAfter(String function) {
    return definedAfter.contains(function);
  }

  boolean namesAfter(String name) {
    return namesAfter.contains(name);
  }
}
