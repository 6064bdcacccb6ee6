package dev.chesterton.history;

import org.eclipse.jgit.errors.StopWalkException;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Ends a walk over changed files in time. A few small objects can spell a tree of any number of
 * files, when each folder holds the next one ten times.
 */
final class EntryLimit extends TreeFilter {

  private final int most;
  private int entries;

  EntryLimit(int most) {
    this.most = most;
  }

  boolean isReached() {
    return entries > most;
  }

  @Override
  public boolean include(TreeWalk walk) {
    entries++;
    if (isReached()) {
      throw StopWalkException.INSTANCE;
    }
    return true;
  }

  @Override
  public boolean shouldBeRecursive() {
    return false;
  }

  @Override
  public TreeFilter clone() {
    return this;
  }
}
