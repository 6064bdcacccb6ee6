package dev.chesterton.history;

import dev.chesterton.change.FilePath;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A git repository, read as data: its settings, hooks, filters, replacements and what it borrows
 * from elsewhere are not obeyed, nothing is run, fetched or written. May be used by several
 * threads. Each method throws {@link ArchiveException} where objects are damaged.
 */
public interface SourceTree extends AutoCloseable {

  /**
   * Opens a repository.
   *
   * @param folder a git folder, or a work tree with one
   * @param name in messages and as the key of checkpoints
   * @throws ArchiveException when it is not a repository that can be read
   */
  static SourceTree open(Path folder, String name) {
    return open(folder, name, TreeLimits.DEFAULT);
  }

  /** As above, reading of each commit no more than that. */
  static SourceTree open(Path folder, String name, TreeLimits limits) {
    return JgitTree.open(folder, name, limits);
  }

  /** Under this name its checkpoint is kept. */
  String name();

  /**
   * The commits of a branch that are not yet read, parents before children, one change in memory at
   * a time; of the rest 20 bytes each. The stream must be closed.
   *
   * <p>The id of a commit is a checkpoint ({@link #checkpoint}) as soon as it is stored. After a
   * stop in the middle some commits come again; none is left out. A checkpoint whose commit is gone
   * reads everything again.
   *
   * @param branch the checked-out one when empty
   * @throws ArchiveException also when there is no such branch
   */
  Stream<Commit> commits(Optional<String> branch, Checkpoint since);

  /** Everything up to and including this commit is stored. */
  static Checkpoint checkpoint(CommitId id) {
    return new Checkpoint(id.hex());
  }

  /**
   * Where a branch points.
   *
   * @param branch name or full ref name, never a revision expression; the checked-out one when
   *     empty
   * @throws ArchiveException also when there is no such branch
   */
  CommitId head(Optional<String> branch);

  /**
   * The commit whose id begins with 7 to 40 hex digits, upper or lower case; anything else is
   * unknown.
   */
  Resolution resolve(String hexPrefix);

  /** One commit with its change; empty when it is not here. */
  Optional<Commit> commit(CommitId id);

  /**
   * Whether history leads from {@code descendant} back to {@code ancestor}; a commit is its own
   * ancestor. As git does, it takes no commit to be more than a day older than its children.
   *
   * @param most commits looked at, newest first
   * @return empty where these do not tell, or one of the two is not here
   */
  Optional<Boolean> isAncestor(CommitId ancestor, CommitId descendant, int most);

  /**
   * The text of a file as it stands in a commit. Empty when commit or file is not here, or it is
   * binary, a link, or longer than {@link TreeLimits#maxFileBytes}.
   */
  Optional<String> fileAt(CommitId id, FilePath path);

  /**
   * The plain files of a folder as it stands in a commit, in the order of git, without those of its
   * folders. Empty when commit or folder is not here.
   *
   * @param folder without a slash at its end; the topmost one when empty
   */
  List<FilePath> filesIn(CommitId id, String folder);

  /**
   * Which commits put the lines of a file there, as it stands in a commit.
   *
   * @param fromLine 1-based
   * @param toLine 1-based, inclusive; may lie behind the end of the file
   * @return runs in the order of the lines, without gaps; empty where {@link #fileAt} is empty
   */
  List<Blame> blame(CommitId id, FilePath path, int fromLine, int toLine);

  @Override
  void close();
}
