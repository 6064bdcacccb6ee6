package dev.chesterton.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** The commits between two, as {@code git rev-list --reverse --no-merges FROM..TO} gives them. */
final class CommitRange {
  private CommitRange() {}

  /** Counted first: putting them in order takes all of them into memory. */
  static List<CommitId> between(Repository repository, ObjectId from, ObjectId to, int most)
      throws IOException {
    List<CommitId> counted = walk(repository, from, to, most, RevSort.NONE);
    return counted.size() > most ? counted
        : walk(repository, from, to, most, RevSort.TOPO).reversed();
  }

  private static List<CommitId> walk(Repository repository, ObjectId from, ObjectId to, int most,
      RevSort order) throws IOException {
    List<CommitId> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      walk.sort(order);
      walk.setRevFilter(RevFilter.NO_MERGES);
      walk.markStart(walk.parseCommit(to));
      walk.markUninteresting(walk.parseCommit(from));
      for (RevCommit commit = walk.next(); commit != null
          && commits.size() <= most; commit = walk.next()) {
        commits.add(CommitReader.commitId(commit));
      }
    }
    return commits;
  }
}
