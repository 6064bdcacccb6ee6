package dev.chesterton.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * In an inbox of version 1 the tree holds one file for each mail, named for the SHA-1 of its Message-ID, two hex digits
 * and 38. A file that goes is a mail taken back; one that changes is both. Of a merge only what is in none of its parents
 * is its doing.
 */
final class TreeChanges implements CommitChanges {
  private static final Pattern MAIL = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{38}");
  private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");
  /** Of one with more, the others count as if they were none. */
  private static final int MAX_PARENTS = 16;
  /** Commits without any file at the head of an inbox that are passed over to tell what it is. */
  private static final int MAX_LOOKED_AT = 100;

  private final ObjectReader reader;

  TreeChanges(ObjectReader reader) {
    this.reader = reader;
  }

  /** The newest tree that holds anything has such folders: all mails may have been taken back. */
  static boolean isV1(ObjectReader reader, ObjectId head) throws IOException {
    ObjectId commit = head;
    for (int i = 0; i < MAX_LOOKED_AT; i++) {
      CanonicalTreeParser tree = new CanonicalTreeParser();
      tree.reset(reader, treeOf(reader, commit));
      RevCommit parsed = parse(reader, commit);
      if (!tree.eof() || parsed.getParentCount() == 0) {
        return hasFolder(tree);
      }
      commit = parsed.getParent(0).getId();
    }
    return false;
  }

  private static boolean hasFolder(CanonicalTreeParser tree) {
    while (!tree.eof()) {
      if (FileMode.TREE.equals(tree.getEntryRawMode())
          && FOLDER.matcher(tree.getEntryPathString()).matches()) {
        return true;
      }
      tree.next(1);
    }
    return false;
  }

  @Override
  public List<MailChange> of(EpochCommits.Entry commit) throws IOException {
    List<MailChange> changes = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(commit.tree());
      addParents(walk, commit.commit());
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        if (walk.isSubtree()) {
          enter(walk);
        } else {
          add(changes, walk);
        }
      }
    }
    return changes;
  }

  /** No other folder holds mails, and those hold no folders: there is nothing to recurse into. */
  private static void enter(TreeWalk walk) throws IOException {
    if (walk.getDepth() == 0 && FOLDER.matcher(walk.getPathString()).matches()) {
      walk.enterSubtree();
    }
  }

  private void addParents(TreeWalk walk, ObjectId commit) throws IOException {
    ObjectId[] parents = parents(commit);
    for (int i = 0; i < Math.min(parents.length, MAX_PARENTS); i++) {
      walk.addTree(treeOf(reader, parents[i]));
    }
    if (parents.length == 0) {
      walk.addTree(new EmptyTreeIterator());
    }
  }

  private ObjectId[] parents(ObjectId commit) throws IOException {
    RevCommit parsed = parse(reader, commit);
    ObjectId[] parents = new ObjectId[parsed.getParentCount()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = parsed.getParent(i).getId();
    }
    return parents;
  }

  private static void add(List<MailChange> changes, TreeWalk walk) {
    if (!MAIL.matcher(walk.getPathString()).matches() || isOfAParent(walk)) {
      return;
    }
    for (int parent = 1; parent < walk.getTreeCount(); parent++) {
      addIfFile(changes, walk, parent, true);
    }
    addIfFile(changes, walk, 0, false);
  }

  private static boolean isOfAParent(TreeWalk walk) {
    for (int parent = 1; parent < walk.getTreeCount(); parent++) {
      if (walk.idEqual(0, parent) && walk.getRawMode(0) == walk.getRawMode(parent)) {
        return true;
      }
    }
    return false;
  }

  /** Links and submodules are no mails. */
  private static void addIfFile(List<MailChange> changes, TreeWalk walk, int tree,
      boolean removed) {
    int mode = walk.getRawMode(tree);
    if (FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode)) {
      MailChange change = new MailChange(walk.getObjectId(tree), removed);
      if (!changes.contains(change)) {
        changes.add(change);
      }
    }
  }

  private static ObjectId treeOf(ObjectReader reader, AnyObjectId commit) throws IOException {
    return parse(reader, commit).getTree().getId();
  }

  private static RevCommit parse(ObjectReader reader, AnyObjectId commit) throws IOException {
    try {
      return RevCommit.parse(reader.open(commit, Constants.OBJ_COMMIT).getCachedBytes());
    } catch (MissingObjectException e) {
      throw new IOException("commit " + commit.name() + " is missing", e);
    }
  }

  @Override
  public String ofNothing() {
    return "";
  }
}
