package dev.chesterton.review.base;

import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import dev.chesterton.source.ArchiveException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the commit of a repository that a series was made against, and seats the series there. */
public final class RepositoryGrounds implements Grounds {

  /** What git format-patch --base writes below the last patch or in the cover letter. */
  private static final Pattern BASE = Pattern.compile("(?m)^base-commit: ([0-9a-f]{40})\\s*$");

  /** Commits before the checked-out one that are tried: the series may be applied, and others with it. */
  private static final int MOST_STEPS = 32;

  private static final int KEPT = 4;

  private final SourceTree tree;
  private final Optional<CommitId> named;
  private final Supplier<BooleanSupplier> stopwatch;
  private final Map<MessageId, CommitId> parents;

  /** By the content of the mails: the patches of a series are mostly reviewed one after the other. */
  private final Map<List<String>, Ground> recent = new LinkedHashMap<>();

  /**
   * For series that came as mail.
   *
   * @param named the commit they apply to; found out where empty
   * @param stopwatch a new one for each patch; it says whether there is still time for blame
   */
  public RepositoryGrounds(SourceTree tree, Optional<CommitId> named,
      Supplier<BooleanSupplier> stopwatch) {
    this(tree, named, stopwatch, Map.of());
  }

  private RepositoryGrounds(SourceTree tree, Optional<CommitId> named,
      Supplier<BooleanSupplier> stopwatch, Map<MessageId, CommitId> parents) {
    this.tree = tree;
    this.named = named;
    this.stopwatch = stopwatch;
    this.parents = Map.copyOf(parents);
  }

  /** The same, knowing of some patches the commit each was made against. */
  public RepositoryGrounds with(Map<MessageId, CommitId> known) {
    return new RepositoryGrounds(tree, named, stopwatch, known);
  }

  @Override
  public synchronized Ground of(Series series) {
    List<String> hashes = series.patches()
        .stream()
        .map(patch -> patch.message().contentHash())
        .toList();
    Ground ground = recent.computeIfAbsent(hashes, _ -> look(series));
    if (recent.size() > KEPT) {
      recent.remove(recent.keySet().iterator().next());
    }
    return ground;
  }

  private Ground look(Series series) {
    LineOrigins origins = new LineOrigins(tree, stopwatch);
    try {
      return series.patches().stream().allMatch(patch -> parents.containsKey(id(patch)))
          ? new SeatedSeries(byParent(series), origins, List.of())
          : find(series, origins);
    } catch (ArchiveException e) {
      return new SeatedSeries(Map.of(), origins, List.of(String.valueOf(e.getMessage())));
    }
  }

  private static MessageId id(Patch patch) {
    return patch.message().id();
  }

  private Map<String, Seat> byParent(Series series) {
    Map<String, Seat> seats = new HashMap<>();
    for (Patch patch : series.patches()) {
      Optional.ofNullable(parents.get(id(patch)))
          .map(parent -> new PatchedTree(tree, parent).apply(patch))
          .ifPresent(seat -> seats.put(patch.message().contentHash(), seat));
    }
    return seats;
  }

  /** A commit that is named is taken, fit or not; of the others the first one that fits. */
  private Ground find(Series series, LineOrigins origins) {
    if (named.isPresent()) {
      Map<String, Seat> seats = seats(series, named.get());
      return new SeatedSeries(seats, origins, told(named.get(), seats));
    }
    for (CommitId candidate : candidates(series)) {
      if (fits(series, candidate)) {
        Map<String, Seat> seats = seats(series, candidate);
        return new SeatedSeries(seats, origins, told(candidate, seats));
      }
    }
    return new SeatedSeries(Map.of(), origins,
        List.of(("'%s': the patch applies neither to its base-commit nor to one of the last %d "
            + "commits, so it was read by itself; name the commit with --base")
            .formatted(tree.name(), MOST_STEPS)));
  }

  private boolean fits(Series series, CommitId base) {
    PatchedTree files = new PatchedTree(tree, base);
    return series.patches().stream().allMatch(files::takes);
  }

  private Map<String, Seat> seats(Series series, CommitId base) {
    PatchedTree files = new PatchedTree(tree, base);
    Map<String, Seat> seats = new LinkedHashMap<>();
    series.patches()
        .forEach(patch -> seats.put(patch.message().contentHash(), files.apply(patch)));
    return seats;
  }

  private List<String> told(CommitId base, Map<String, Seat> seats) {
    List<String> notes = new ArrayList<>();
    notes.add("read against %s of '%s'".formatted(base.abbreviated(), tree.name()));
    seats.values()
        .stream()
        .flatMap(seat -> seat.misfits().stream())
        .distinct()
        .forEach(path -> notes.add("%s does not stand like that in %s of '%s', so the patch to it "
            .formatted(path, base.abbreviated(), tree.name()) + "was read by itself"));
    return notes;
  }

  /** Its base-commit, the checked-out commit, the one before as many commits as the series has, then the others. */
  private List<CommitId> candidates(Series series) {
    Stream<CommitId> noted = texts(series).map(BASE::matcher)
        .filter(Matcher::find)
        .flatMap(found -> tree.revision(found.group(1)).stream());
    Stream<CommitId> recent = IntStream.concat(
        IntStream.of(0, Math.min(series.total(), MOST_STEPS)),
        IntStream.rangeClosed(1, MOST_STEPS))
        .mapToObj(steps -> tree.revision("HEAD~" + steps))
        .flatMap(Optional::stream);
    return Stream.concat(noted, recent).distinct().toList();
  }

  private static Stream<String> texts(Series series) {
    return Stream.concat(series.cover().stream().map(cover -> cover.message().text()),
        series.patches().stream().map(patch -> patch.message().text()));
  }
}
