package dev.chesterton.review;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.history.Blame;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Hits;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.TreeAt;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Tells of a file and of one of its lines what trees and store know. */
public final class FileStoryFinder {
  private static final int MOST_CHANGES = 50;
  private static final int MOST_ADDED = 20;
  /** Looked at for each side; a line that more changes add says nothing. */
  private static final int MOST_OVERLAPS = 200;
  /** Lines shown above and below. */
  private static final int AROUND = 12;

  private final Index index;
  private final CommitChanges trees;

  public FileStoryFinder(Index index, CommitChanges trees) {
    this.index = index;
    this.trees = trees;
  }

  /**
   * Looks into every tree.
   *
   * @param line 1-based; 0 for the file alone
   */
  public FileStory find(FilePath path, int line) {
    Parsed<List<TreeAt>> heads = trees.heads();
    List<Problem> problems = new ArrayList<>(heads.problems());
    List<FileStand> stands = new ArrayList<>();
    for (TreeAt at : heads.value()) {
      try {
        at.tree()
            .fileAt(at.head(), path)
            .map(text -> stand(at, path, text, line))
            .ifPresent(stands::add);
      } catch (ArchiveException e) {
        problems.add(new Problem("tree " + at.tree().name(), String.valueOf(e.getMessage())));
      }
    }
    Hits changes = index.search(SearchQuery.newest(
        new Criterion.Labelled(Criterion.Label.PATH, path.value()), MOST_CHANGES));
    return new FileStory(path, line, !heads.value().isEmpty() || !heads.problems().isEmpty(),
        stands, changes.heads(), changes.count(), problems);
  }

  private FileStand stand(TreeAt at, FilePath path, String text, int line) {
    List<String> all = text.lines().toList();
    if (line < 1 || line > all.size()) {
      return new FileStand(at.tree().name(), at.head(), all.size(), 1, List.of(), Optional.empty(),
          List.of());
    }
    int from = Math.max(1, line - AROUND);
    int to = Math.min(all.size(), line + AROUND);
    Optional<Anchor> blame = at.tree()
        .blame(at.head(), path, line, line)
        .stream()
        .map(Blame::origin)
        .map(id -> Anchor.of(id, index))
        .findFirst();
    return new FileStand(at.tree().name(), at.head(), all.size(), from, all.subList(from - 1, to),
        blame, added(path, all.get(line - 1)));
  }

  private List<Head> added(FilePath path, String line) {
    LineKeys keys = LineKeys.ofKeys(LongStream.of(LineKey.of(line).value()));
    if (keys.isEmpty()) {
      return List.of();
    }
    return Stream.of(Among.COMMITS, Among.MAILS)
        .flatMap(among -> index.overlapping(
            new LineQuery(keys, Side.ADDED, among, Instant.MAX, MOST_OVERLAPS)).stream())
        .map(Overlap::change)
        .filter(change -> change.paths().contains(path))
        .map(change -> change.head())
        .sorted(Comparator.comparing(Head::instant).thenComparing(Head::key))
        .limit(MOST_ADDED)
        .toList();
  }
}
