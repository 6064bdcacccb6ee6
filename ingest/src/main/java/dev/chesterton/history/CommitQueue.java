package dev.chesterton.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Ids of the commits still to be read, parents before children. Git walks the other way, so all
 * have to be known before the first can come; kept as bytes they cost 20 each, where JGit's objects
 * would cost ten times that.
 */
final class CommitQueue implements Iterator<ObjectId> {

  private byte[] ids = new byte[1_024 * Constants.OBJECT_ID_LENGTH];
  private int end;

  private CommitQueue() {}

  /** All that {@code head} leads to and {@code done} does not. */
  static CommitQueue between(Repository repository, ObjectId head, Optional<ObjectId> done)
      throws IOException {
    CommitQueue queue = new CommitQueue();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      walk.sort(RevSort.TOPO);
      walk.markStart(walk.parseCommit(head));
      if (done.isPresent()) {
        walk.markUninteresting(walk.parseCommit(done.get()));
      }
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        queue.push(commit);
      }
    }
    return queue;
  }

  @Override
  public boolean hasNext() {
    return end > 0;
  }

  @Override
  public ObjectId next() {
    end -= Constants.OBJECT_ID_LENGTH;
    return ObjectId.fromRaw(ids, end);
  }

  private void push(RevCommit commit) {
    if (end == ids.length) {
      ids = Arrays.copyOf(ids, end * 2);
    }
    commit.copyRawTo(ids, end);
    end += Constants.OBJECT_ID_LENGTH;
  }
}
