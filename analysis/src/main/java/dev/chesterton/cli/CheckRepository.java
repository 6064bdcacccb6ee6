package dev.chesterton.cli;

import dev.chesterton.history.Commit;
import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;
import dev.chesterton.history.TreeLimits;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.review.base.CommitMails;
import dev.chesterton.review.base.RepositoryGrounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The repository of one who checks: its commits as patches, and the files that patches apply to. */
final class CheckRepository implements AutoCloseable {
  static final String RANGE = "..";

  /** A longer range is no series; whoever wants a history checked gives it to ingest. */
  private static final int MOST_COMMITS = 256;

  /** For all blame of one patch. A line of a kernel tree takes between a tenth of a second and a minute. */
  private static final Duration BLAME_TIME = Duration.ofSeconds(3);

  private final SourceTree tree;
  private final Path folder;
  private final Session session;

  private CheckRepository(SourceTree tree, Path folder, Session session) {
    this.tree = tree;
    this.folder = folder;
    this.session = session;
  }

  /** Whether an argument is a range rather than a Message-ID or a file. */
  static boolean isRange(String argument) {
    return argument.contains(RANGE) && !argument.contains("@");
  }

  /**
   * Opens the one that is named, else that of {@code chesterton.repo}.
   *
   * @param needed with one to find, the work tree worked in is taken where none is named
   */
  static Optional<CheckRepository> open(Session session, Optional<String> named,
      boolean needed) {
    Optional<Path> folder = named.map(session::resolve)
        .or(() -> session.settings().repo())
        .or(() -> needed ? Optional.of(workTree(session)) : Optional.empty());
    return folder.map(path -> new CheckRepository(
        SourceTree.open(path, path.toString(), TreeLimits.of(session.settings().limits())),
        path, session));
  }

  private static Path workTree(Session session) {
    Path start = session.resolve("");
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    throw new InputException(ExitCode.USAGE,
        "'" + start + "' is in no git work tree: name the repository with --repo");
  }

  /** @param base as named on the command line */
  RepositoryGrounds grounds(Optional<String> base) {
    return new RepositoryGrounds(tree, base.map(this::commit), this::stopwatch);
  }

  private BooleanSupplier stopwatch() {
    LongSupplier clock = session.outside().nanoTime();
    long begun = clock.getAsLong();
    return () -> clock.getAsLong() - begun < BLAME_TIME.toNanos();
  }

  private CommitId commit(String revision) {
    return tree.revision(revision)
        .orElseThrow(() -> new InputException(ExitCode.NO_INPUT, "no commit '" + revision
            + "' in '" + folder + "': name a branch, a tag, or 7 to 40 hex digits, also with ~N"));
  }

  /**
   * A range as a series.
   *
   * @param parents of each mail made, the commit it applies to
   */
  record Range(List<Posting> postings, Map<MessageId, CommitId> parents) {
    Range {
      postings = List.copyOf(postings);
      parents = Map.copyOf(parents);
    }
  }

  /** The commits of {@code A..B}, merges left out; either side may be missing and is then HEAD. */
  Range range(String argument) {
    int dots = argument.indexOf(RANGE);
    CommitId from = commit(orHead(argument.substring(0, dots)));
    CommitId to = commit(orHead(argument.substring(dots + RANGE.length())));
    List<CommitId> ids = tree.between(from, to, MOST_COMMITS);
    if (ids.isEmpty()) {
      throw new InputException(ExitCode.BAD_INPUT, "no commit in '" + argument + "'");
    }
    if (ids.size() > MOST_COMMITS) {
      throw new InputException(ExitCode.USAGE, "'" + argument + "' has more than " + MOST_COMMITS
          + " commits: name a shorter range");
    }
    List<Commit> commits = ids.stream().flatMap(id -> tree.commit(id).stream()).toList();
    Map<MessageId, CommitId> parents = new HashMap<>();
    commits.stream()
        .filter(commit -> !commit.parents().isEmpty())
        .forEach(commit -> parents.put(CommitMails.id(commit), commit.parents().getFirst()));
    return new Range(new CommitMails(folder, session.limits()).of(commits), parents);
  }

  private static String orHead(String revision) {
    return revision.isEmpty() ? "HEAD" : revision;
  }

  @Override
  public void close() {
    tree.close();
  }
}
