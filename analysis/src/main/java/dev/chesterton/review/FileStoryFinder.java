package dev.chesterton.review;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.history.Commit;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.CommitHead;
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
import java.util.stream.Stream;

/** Tells of a file and of one of its lines what trees and store know. */
public final class FileStoryFinder {
  private static final int MOST_CHANGES = 50;
  private static final int MOST_ADDED = 20;
  /** Looked at for each side; a line that more changes add says nothing. */
  private static final int MOST_OVERLAPS = 200;
  /** Of several lines, by rarity: a brace that another change adds is no news. */
  private static final double LEAST_SHARE = 0.5;
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
    return find(path, new SoughtLines.Numbered(new SoughtLines.Range(line, line)));
  }

  /** Looks into every tree, for some lines. */
  public FileStory find(FilePath path, SoughtLines sought) {
    Parsed<List<TreeAt>> heads = trees.heads();
    List<Problem> problems = new ArrayList<>(heads.problems());
    List<FileStand> stands = new ArrayList<>();
    for (TreeAt at : heads.value()) {
      try {
        at.tree()
            .fileAt(at.head(), path)
            .map(text -> stand(at, path, text.lines().toList(), sought))
            .ifPresent(stands::add);
      } catch (ArchiveException e) {
        problems.add(new Problem("tree " + at.tree().name(), String.valueOf(e.getMessage())));
      }
    }
    Hits changes = index.search(SearchQuery.newest(
        new Criterion.Labelled(Criterion.Label.PATH, path.value()), MOST_CHANGES));
    return new FileStory(path, sought.first(),
        !heads.value().isEmpty() || !heads.problems().isEmpty(), stands, changes.heads(),
        changes.count(), problems);
  }

  private FileStand stand(TreeAt at, FilePath path, List<String> all, SoughtLines sought) {
    SoughtLines.Range range = sought.in(all);
    if (range.isEmpty()) {
      return new FileStand(at.tree().name(), at.head(), all.size(), 1, List.of(), List.of(),
          List.of());
    }
    int from = Math.max(1, range.first() - AROUND);
    int to = Math.min(all.size(), range.last() + AROUND);
    List<FileStand.Run> runs = at.tree()
        .blame(at.head(), path, range.first(), range.last())
        .stream()
        .map(blame -> new FileStand.Run(blame.fromLine(), blame.toLine(),
            commit(at, blame.origin())))
        .toList();
    return new FileStand(at.tree().name(), at.head(), all.size(), from, all.subList(from - 1, to),
        runs, added(path, all.subList(range.first() - 1, range.last()), Instant.MAX));
  }

  /** Changes of the store that add these lines to the file, or most of them, oldest first. */
  List<Head> added(FilePath path, List<String> lines, Instant until) {
    LineKeys keys = keys(lines);
    if (keys.isEmpty()) {
      return List.of();
    }
    return Stream.of(Among.COMMITS, Among.MAILS)
        .flatMap(among -> index.overlapping(
            new LineQuery(keys, Side.ADDED, among, until, MOST_OVERLAPS)).stream())
        .filter(overlap -> overlap.share() >= LEAST_SHARE)
        .map(Overlap::change)
        .filter(change -> change.paths().contains(path))
        .map(change -> change.head())
        .sorted(Comparator.comparing(Head::instant).thenComparing(Head::key))
        .limit(MOST_ADDED)
        .toList();
  }

  static LineKeys keys(List<String> lines) {
    return LineKeys.ofKeys(lines.stream().mapToLong(line -> LineKey.of(line).value()));
  }

  /** As the store knows it, else as the tree does. */
  private Anchor commit(TreeAt at, CommitId id) {
    return index.commits(id.hex(), 1)
        .stream()
        .findFirst()
        .or(() -> at.tree().commit(id).map(commit -> head(at, commit)))
        .<Anchor>map(Anchor.OfCommit::new)
        .orElseGet(() -> new Anchor.OfUnknownCommit(id.hex(), ""));
  }

  private static CommitHead head(TreeAt at, Commit commit) {
    return new CommitHead(commit.id(), commit.title(), commit.author(), commit.authored(),
        commit.committed(), List.of(at.tree().name()));
  }
}
