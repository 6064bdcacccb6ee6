package dev.chesterton.review.base;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.Losses.LostLine;
import dev.chesterton.history.Blame;
import dev.chesterton.history.Commit;
import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;
import dev.chesterton.link.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks blame who put up the lines that a patch takes away. */
final class LineOrigins {
  private final SourceTree tree;
  private final Supplier<BooleanSupplier> stopwatch;
  private final Set<String> notes = new LinkedHashSet<>();

  /** @param stopwatch a new one for each patch; it says whether there is still time */
  LineOrigins(SourceTree tree, Supplier<BooleanSupplier> stopwatch) {
    this.tree = tree;
    this.stopwatch = stopwatch;
  }

  /** Files that were given up. */
  Set<String> notes() {
    return notes;
  }

  /** By commit, most lines first. */
  List<Origin> of(Seat seat, Losses losses) {
    Map<CommitId, List<Long>> lines = new LinkedHashMap<>();
    BooleanSupplier goesOn = stopwatch.get();
    byFile(losses).forEach((path, lost) -> Optional.ofNullable(seat.files().get(path))
        .ifPresent(file -> blame(seat.base(), file, lost, goesOn, lines)));
    List<Origin> origins = new ArrayList<>();
    lines.forEach((id, keys) -> commit(id)
        .map(commit -> Origin.blamed(commit, keys(keys), losses.keys().size()))
        .ifPresent(origins::add));
    return origins.stream()
        .sorted(Comparator.comparingDouble(Origin::weight)
            .reversed()
            .thenComparing(origin -> origin.change().key()))
        .toList();
  }

  private static LineKeys keys(List<Long> values) {
    return LineKeys.ofKeys(values.stream().mapToLong(Long::longValue));
  }

  private static Map<FilePath, List<LostLine>> byFile(Losses losses) {
    Map<FilePath, List<LostLine>> files = new LinkedHashMap<>();
    losses.lines()
        .forEach(line -> files.computeIfAbsent(line.path(), _ -> new ArrayList<>()).add(line));
    return files;
  }

  private void blame(CommitId base, PatchedFile file, List<LostLine> lost, BooleanSupplier goesOn,
      Map<CommitId, List<Long>> lines) {
    Map<Integer, LostLine> wanted = new LinkedHashMap<>();
    lost.forEach(line -> wanted.put(file.before(line.line().oldLine()), line));
    wanted.remove(0);
    if (wanted.isEmpty()) {
      return;
    }
    int first = wanted.keySet().stream().mapToInt(Integer::intValue).min().orElse(1);
    int last = wanted.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
    for (Blame run : tree.blame(base, file.path(), first, last, goesOn)) {
      wanted.forEach((number, line) -> {
        if (run.fromLine() <= number && number <= run.toLine()) {
          lines.computeIfAbsent(run.origin(), _ -> new ArrayList<>())
              .add(LineKey.of(line.line().text()).value());
        }
      });
    }
    if (!goesOn.getAsBoolean()) {
      notes.add("blame of " + file.path() + " took too long and was given up");
    }
  }

  /** Where history is cut off, the commit at the cut has everything before it on its account. */
  private Optional<Commit> commit(CommitId id) {
    return tree.message(id).filter(commit -> {
      boolean isCut = !commit.problems().isEmpty();
      if (isCut) {
        notes.add("history is cut off at " + id.abbreviated()
            + ": who put up the lines before it is not known");
      }
      return !isCut;
    });
  }
}
