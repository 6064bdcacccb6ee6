package dev.chesterton.history;

import dev.chesterton.change.Change;
import dev.chesterton.source.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Commit ids to commits with their changes, one after the other. For one thread; must be closed.
 */
final class CommitReader implements AutoCloseable {

  private final String treeName;
  private final TreeLimits limits;
  private final ObjectReader reader;
  private final RevWalk walk;
  private final Set<ObjectId> cutOff;

  CommitReader(Repository repository, String treeName, TreeLimits limits) throws IOException {
    this.treeName = treeName;
    this.limits = limits;
    this.reader = repository.newObjectReader();
    this.walk = new RevWalk(reader);
    this.cutOff = repository.getObjectDatabase().getShallowCommits();
  }

  Commit read(ObjectId id) throws IOException {
    RevCommit commit = walk.parseCommit(id);
    TreeDiff diff = new TreeDiff(reader, treeName + ": " + id.name(), limits);
    Change change = change(commit, diff);
    List<Problem> problems = cutOff.contains(id)
        ? List.of(cutOff(id))
        : diff.problems();
    return commit(commit, change, problems);
  }

  /** The same without its change; the problem alone is told that history is cut off. */
  Commit readMessage(ObjectId id) throws IOException {
    List<Problem> problems = cutOff.contains(id) ? List.of(cutOff(id)) : List.of();
    return commit(walk.parseCommit(id), Change.NONE, problems);
  }

  private Problem cutOff(ObjectId id) {
    return new Problem(treeName + ": " + id.name(), "history is cut off here: no change");
  }

  private Commit commit(RevCommit commit, Change change, List<Problem> problems) {
    CommitText text = new CommitText(commit.getRawBuffer());
    Commit read = new Commit(commitId(commit), text.author(), text.authored(), text.committed(),
        text.message(), Stream.of(commit.getParents()).map(CommitReader::commitId).toList(),
        change, problems);
    // The walk would keep every commit it has seen.
    walk.dispose();
    return read;
  }

  private Change change(RevCommit commit, TreeDiff diff) throws IOException {
    if (commit.getParentCount() > 1 || cutOff.contains(commit)) {
      return Change.NONE;
    }
    Optional<ObjectId> parentTree = commit.getParentCount() == 0
        ? Optional.empty()
        : Optional.of(walk.parseCommit(commit.getParent(0)).getTree());
    return diff.between(parentTree, commit.getTree());
  }

  static CommitId commitId(ObjectId id) {
    return new CommitId(id.name());
  }

  @Override
  public void close() {
    walk.close();
    reader.close();
  }
}
