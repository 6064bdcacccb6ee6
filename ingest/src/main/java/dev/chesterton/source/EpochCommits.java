package dev.chesterton.source;

import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The commits of an epoch still to be read, oldest first. Git walks the other way, so all have to be known before the
 * first can come; kept as numbers they cost 44 bytes each.
 */
final class EpochCommits {
  private static final int ID = Constants.OBJECT_ID_LENGTH;

  /** Commit and tree of each, newest first, as the walk gave them. */
  private byte[] ids = new byte[1_024 * 2 * ID];
  private int[] seconds = new int[1_024];
  private int count;
  private int left;

  /** One commit. */
  record Entry(ObjectId commit, ObjectId tree, long committedSecond) {}

  void add(RevCommit commit) {
    if (count == seconds.length) {
      seconds = Arrays.copyOf(seconds, count * 2);
      ids = Arrays.copyOf(ids, ids.length * 2);
    }
    commit.copyRawTo(ids, count * 2 * ID);
    commit.getTree().copyRawTo(ids, count * 2 * ID + ID);
    seconds[count++] = commit.getCommitTime();
    left = count;
  }

  int count() {
    return count;
  }

  boolean hasNext() {
    return left > 0;
  }

  Entry next() {
    left--;
    return new Entry(ObjectId.fromRaw(ids, left * 2 * ID),
        ObjectId.fromRaw(ids, left * 2 * ID + ID), seconds[left]);
  }

  int taken() {
    return count - left;
  }
}
