package dev.chesterton.history;

import dev.chesterton.change.Change;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.Hunk;
import dev.chesterton.source.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.Side;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Two trees to the change between them, as {@code git diff --histogram -M} shows it. For one
 * commit.
 */
final class TreeDiff {

  /**
   * Git's own limits for renames: half the content alike, at most a thousand files on each side.
   */
  private static final int RENAME_SCORE = 50;
  private static final int RENAME_LIMIT = 1_000;

  static final DiffAlgorithm HISTOGRAM = histogram();

  private final ObjectReader reader;
  private final String where;
  private final List<Problem> problems = new ArrayList<>();
  private final TreeLimits limits;
  private int linesLeft;
  private int filesCut;

  TreeDiff(ObjectReader reader, String where, TreeLimits limits) {
    this.reader = reader;
    this.where = where;
    this.limits = limits;
    this.linesLeft = limits.maxLines();
  }

  /** What was left out of the change. */
  List<Problem> problems() {
    return problems;
  }

  /**
   * Reads one file at a time.
   *
   * @param parent empty for the change of a root commit
   */
  Change between(Optional<ObjectId> parent, ObjectId tree) throws IOException {
    List<FileChange> files = new ArrayList<>();
    for (DiffEntry entry : renamesFound(entries(parent, tree))) {
      files.add(fileChange(entry));
    }
    if (filesCut > 0) {
      problems.add(
          new Problem(where, "more than " + limits.maxLines() + " lines: the hunks of " + filesCut
              + (filesCut == 1 ? " file" : " files") + " left out"));
    }
    return new Change(files);
  }

  private List<DiffEntry> entries(Optional<ObjectId> parent, ObjectId tree) throws IOException {
    try (TreeWalk walk = new TreeWalk(reader)) {
      EntryLimit limit = new EntryLimit(limits.maxEntries());
      walk.setRecursive(true);
      walk.setFilter(AndTreeFilter.create(TreeFilter.ANY_DIFF, limit));
      if (parent.isPresent()) {
        walk.addTree(parent.get());
      } else {
        walk.addTree(new EmptyTreeIterator());
      }
      walk.addTree(tree);
      List<DiffEntry> entries = DiffEntry.scan(walk);
      if (limit.isReached()) {
        problems.add(new Problem(where,
            "more than " + limits.maxEntries() + " files and folders: the rest left out"));
      }
      return entries;
    } catch (MissingObjectException e) {
      problems.add(new Problem(where, missing(e) + ": change left out"));
      return List.of();
    }
  }

  private List<DiffEntry> renamesFound(List<DiffEntry> entries) throws IOException {
    RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
    detector.setRenameScore(RENAME_SCORE);
    detector.setRenameLimit(RENAME_LIMIT);
    detector.setBigFileThreshold(limits.maxFileBytes());
    detector.addAll(entries);
    try {
      return detector.compute();
    } catch (MissingObjectException e) {
      problems.add(new Problem(where, missing(e) + ": renames not looked for"));
      return entries;
    }
  }

  private FileChange fileChange(DiffEntry entry) throws IOException {
    if (linesLeft <= 0) {
      filesCut++;
      return fileChange(entry, false, List.of());
    }
    Optional<FileContent> before = content(entry, Side.OLD);
    Optional<FileContent> after = content(entry, Side.NEW);
    if (before.isEmpty() || after.isEmpty() || before.get().isBinary() || after.get().isBinary()) {
      return fileChange(entry, true, List.of());
    }
    return fileChange(entry, false, hunks(before.get(), after.get()));
  }

  private List<Hunk> hunks(FileContent before, FileContent after) {
    EditList edits = HISTOGRAM.diff(RawTextComparator.DEFAULT, before.lines(), after.lines());
    int changed = edits.stream().mapToInt(edit -> edit.getLengthA() + edit.getLengthB()).sum();
    if (changed > linesLeft) {
      linesLeft = 0;
      filesCut++;
      return List.of();
    }
    linesLeft -= changed;
    return new HunkBuilder(before, after).hunks(edits);
  }

  /** Empty where it is too long or not here. */
  private Optional<FileContent> content(DiffEntry entry, Side side) throws IOException {
    FileMode mode = entry.getMode(side);
    if (mode.equals(FileMode.MISSING)) {
      return Optional.of(FileContent.EMPTY);
    }
    ObjectId id = entry.getId(side).toObjectId();
    if (mode.equals(FileMode.GITLINK)) {
      return Optional.of(new FileContent(
          ("Subproject commit " + id.name() + "\n").getBytes(StandardCharsets.US_ASCII)));
    }
    try {
      long bytes = reader.getObjectSize(id, Constants.OBJ_BLOB);
      if (bytes <= limits.maxFileBytes()) {
        return Optional.of(
            new FileContent(reader.open(id, Constants.OBJ_BLOB).getCachedBytes()));
      }
      problems.add(new Problem(where, "'%s' has %d bytes, more than %d: hunks left out"
          .formatted(entry.getPath(side), bytes, limits.maxFileBytes())));
    } catch (MissingObjectException e) {
      problems.add(new Problem(where,
          "'" + entry.getPath(side) + "': " + missing(e) + ": hunks left out"));
    }
    return Optional.empty();
  }

  private static String missing(MissingObjectException e) {
    return "object " + e.getObjectId().name() + " is not here";
  }

  private static FileChange fileChange(DiffEntry entry, boolean binary, List<Hunk> hunks) {
    FileChange.Kind kind = switch (entry.getChangeType()) {
      case ADD -> FileChange.Kind.ADDED;
      case DELETE -> FileChange.Kind.DELETED;
      case MODIFY -> FileChange.Kind.MODIFIED;
      case RENAME -> FileChange.Kind.RENAMED;
      case COPY -> FileChange.Kind.COPIED;
    };
    // Of an added or deleted file JGit calls the other side /dev/null.
    String oldPath = entry.getPath(kind == FileChange.Kind.ADDED ? Side.NEW : Side.OLD);
    String newPath = entry.getPath(kind == FileChange.Kind.DELETED ? Side.OLD : Side.NEW);
    return new FileChange(kind, new FilePath(oldPath), new FilePath(newPath), binary, hunks);
  }

  private static DiffAlgorithm histogram() {
    HistogramDiff histogram = new HistogramDiff();
    histogram.setFallbackAlgorithm(new BoundedMyers());
    return histogram;
  }
}
