package dev.chesterton.history;

import org.eclipse.jgit.errors.StopWalkException;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Ends a walk over changed files in time. A few small objects can spell a tree of any number of
 * files, when each folder holds the next one ten times.
 */
final class EntryLimit extends TreeFilter {

  /** Files and folders; the first import of a kernel tree has 18,000. */
  static final int MAX_ENTRIES = 100_000;

  private int entries;

  boolean isReached() {
    return entries > MAX_ENTRIES;
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
