package dev.chesterton.source;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/** Tells what a commit of an archive did. */
interface CommitChanges {

  /**
   * A mail came, or was taken back.
   *
   * @param blob its bytes
   */
  record Change(ObjectId blob, boolean removed) {}

  /** In order; may be empty. */
  List<Change> of(EpochCommits.Entry commit) throws IOException;

  /** What to say of a commit that did nothing; empty where that is in order. */
  String ofNothing();
}
