package dev.chesterton.review;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.history.Commit;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.Head;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.link.Known;
import dev.chesterton.link.Linker;
import dev.chesterton.link.Removal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells why lines of a file are there, by what stands behind the page of the file and by what the mails say of it. */
public final class LineLifeFinder {
  private static final int MOST_CAUSES = 5;

  private final Index index;
  private final CommitChanges trees;
  private final FileStoryFinder stories;
  private final Linker linker;
  private final Known known;

  /**
   * Over a store and trees.
   *
   * @param known bounds what the store is asked; trees tell of their heads
   */
  public LineLifeFinder(Index index, CommitChanges trees, Known known) {
    this.index = index;
    this.trees = trees;
    this.stories = new FileStoryFinder(index, trees);
    this.linker = new Linker(index);
    this.known = known;
  }

  /** The lines; without text where neither a tree nor a copy at hand has them. */
  public LineLife find(FilePath path, SoughtLines sought) {
    FileStory story = stories.find(path, sought);
    List<String> lines = lines(story, sought);
    LineKeys keys = FileStoryFinder.keys(lines);
    List<Head> added = stories.added(path, lines, known.until());
    return new LineLife(story, lines, causes(story, added).stream().map(this::cause).toList(),
        added, linker.attempts(Removal.of(keys, Set.of(), List.of(path)), known.until(), _ -> true),
        common(lines));
  }

  private static List<String> lines(FileStory story, SoughtLines sought) {
    return sought instanceof SoughtLines.Written written
        ? written.lines()
        : story.stands()
            .stream()
            .filter(stand -> !stand.runs().isEmpty())
            .findFirst()
            .map(stand -> stand.lines()
                .subList(stand.runs().getFirst().from() - stand.from(),
                    stand.runs().getLast().to() - stand.from() + 1))
            .orElse(List.of());
  }

  private static Collection<Anchor> causes(FileStory story, List<Head> added) {
    Map<String, Anchor> causes = new LinkedHashMap<>();
    story.stands()
        .stream()
        .flatMap(stand -> stand.runs().stream())
        .map(FileStand.Run::commit)
        .forEach(commit -> causes.putIfAbsent(commit.key(), commit));
    if (causes.isEmpty()) {
      added.reversed().forEach(head -> causes.putIfAbsent(head.key(), Anchor.of(head)));
    }
    return causes.values().stream().limit(MOST_CAUSES).toList();
  }

  private LineLife.Cause cause(Anchor change) {
    return change instanceof Anchor.OfCommit commit ? cause(commit)
        : new LineLife.Cause(change, linker.signOfFix(change), List.of(), List.of());
  }

  private LineLife.Cause cause(Anchor.OfCommit commit) {
    // What the store has not read is looked up in the tree.
    Optional<Commit> unread = index.commit(commit.head().id()).isPresent()
        ? Optional.empty()
        : trees.of(commit.head());
    return new LineLife.Cause(commit,
        unread.map(read -> Linker.signOfFix(read.message(), commit))
            .orElseGet(() -> linker.signOfFix(commit)),
        unread.map(read -> linker.postings(ChangeDigest.of(commit.head(), read), known).links())
            .orElseGet(() -> linker.postings(commit, known.until())),
        linker.repairing(commit.head(), known));
  }

  private int common(List<String> lines) {
    return (int) lines.stream()
        .map(LineKey::of)
        .filter(key -> !key.isBlank())
        .filter(key -> index.occurrences(key) > LineQuery.COMMON)
        .count();
  }
}
