package dev.chesterton.source;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** In an epoch, file {@code m} is a mail that came and {@code d} one that was taken back; one a commit. */
final class EpochChanges implements CommitChanges {
  private final ObjectReader reader;
  private final CanonicalTreeParser tree = new CanonicalTreeParser();

  EpochChanges(ObjectReader reader) {
    this.reader = reader;
  }

  @Override
  public List<MailChange> of(EpochCommits.Entry commit) throws IOException {
    tree.reset(reader, commit.tree());
    while (!tree.eof()) {
      String file = tree.getEntryPathString();
      if (file.equals("m") || file.equals("d")) {
        return List.of(new MailChange(tree.getEntryObjectId(), file.equals("d")));
      }
      tree.next(1);
    }
    return List.of();
  }

  @Override
  public String ofNothing() {
    return "the commit holds neither a mail 'm' nor a removed one 'd'";
  }
}
