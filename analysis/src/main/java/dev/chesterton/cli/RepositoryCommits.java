package dev.chesterton.cli;

import dev.chesterton.history.Commit;
import dev.chesterton.history.CommitId;
import dev.chesterton.history.Resolution;
import dev.chesterton.history.SourceTree;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.source.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The commits of a repository that the store need not know. */
final class RepositoryCommits implements AutoCloseable {
  private static final String RANGE = "..";

  private final SourceTree tree;

  private RepositoryCommits(SourceTree tree) {
    this.tree = tree;
  }

  static RepositoryCommits open(Path folder) {
    return new RepositoryCommits(SourceTree.open(folder, folder.toString()));
  }

  /** Those of the checked-out branch, oldest first, merges left out. */
  void all(Consumer<ChangeDigest> action) {
    each(Optional.empty(), Checkpoint.START, action);
  }

  /**
   * Those an argument names.
   *
   * @param otherwise gets an argument that is no commit of this repository
   */
  void of(String argument, Consumer<ChangeDigest> action, Consumer<String> otherwise) {
    int dots = argument.indexOf(RANGE);
    if (dots > 0 && !argument.contains("@")) {
      Optional<String> branch = Optional.of(argument.substring(dots + RANGE.length()))
          .filter(name -> !name.isEmpty());
      each(branch, SourceTree.checkpoint(resolved(argument.substring(0, dots))), action);
    } else if (tree.resolve(argument) instanceof Resolution.Found(CommitId id)) {
      tree.commit(id).map(RepositoryCommits::digest).ifPresent(action);
    } else {
      LinkRun.check(argument);
      otherwise.accept(argument);
    }
  }

  private CommitId resolved(String text) {
    return switch (tree.resolve(text.toLowerCase(Locale.ROOT))) {
      case Resolution.Found(CommitId id) -> id;
      case Resolution.Ambiguous(List<CommitId> some) -> throw new InputException(ExitCode.USAGE,
          "'" + text + "' is ambiguous: " + some.size() + " commits begin so, write more digits");
      case Resolution.Unknown() -> throw new InputException(ExitCode.USAGE, "'" + text
          + "' is no commit of '" + tree.name() + "': begin the range with 7 to 40 hex digits");
    };
  }

  private void each(Optional<String> branch, Checkpoint since, Consumer<ChangeDigest> action) {
    try (Stream<Commit> commits = tree.commits(branch, since)) {
      commits.filter(commit -> !commit.change().isEmpty())
          .map(RepositoryCommits::digest)
          .forEach(action);
    }
  }

  private static ChangeDigest digest(Commit commit) {
    CommitHead head = new CommitHead(commit.id(), commit.title(), commit.author(),
        commit.authored(), commit.committed(), List.of());
    return ChangeDigest.of(head, commit);
  }

  @Override
  public void close() {
    tree.close();
  }
}
