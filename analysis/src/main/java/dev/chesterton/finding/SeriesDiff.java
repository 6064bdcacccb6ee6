package dev.chesterton.finding;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.syntax.Construct.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a whole series takes away and puts in: against it one patch's removals are weighed. */
final class SeriesDiff {

  /** Files whose language the grammar reads well enough; others are compared by lines alone. */
  private static final Set<String> C_ENDINGS = Set.of("c", "h");

  private final LineKeys addedKeys;
  private final Map<String, Integer> callBalance = new HashMap<>();
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

  static boolean isC(FileChange file) {
    String name = file.newPath().name();
    return C_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private void read(FileChange file) {
    for (Hunk hunk : file.hunks()) {
      if (isC(file)) {
        HunkSide before = HunkSide.before(hunk);
        HunkSide after = HunkSide.after(hunk);
        before.changedCalls().forEach(call -> callBalance.merge(call.callee(), -1, Integer::sum));
        after.changedCalls().forEach(call -> callBalance.merge(call.callee(), 1, Integer::sum));
        after.changedFunctions().forEach(function -> definedAfter.add(function.name()));
        namesAfter.addAll(after.allNames());
      }
    }
  }

  boolean puts(DiffLine line) {
    return addedKeys.contains(LineKey.of(line.text()));
  }

  /** Whether the series calls this less often afterwards. */
  boolean loses(Call call) {
    return callBalance.getOrDefault(call.callee(), 0) < 0;
  }

  boolean definesAfter(String function) {
    return definedAfter.contains(function);
  }

  boolean namesAfter(String name) {
    return namesAfter.contains(name);
  }
}
