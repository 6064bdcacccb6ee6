package dev.chesterton.source;

import java.io.IOException;
import java.util.List;

/** Tells what a commit of an archive did. */
interface CommitChanges {

  /** In order; may be empty. */
  List<MailChange> of(EpochCommits.Entry commit) throws IOException;

  /** What to say of a commit that did nothing; empty where that is in order. */
  String ofNothing();
}
