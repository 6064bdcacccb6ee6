package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Turns commits of an epoch into mails: file {@code m} is one that came, {@code d} one that was taken back. */
final class EpochMails {
  private final Path epoch;
  private final ObjectReader reader;
  private final ReadLimits limits;
  private final CanonicalTreeParser tree = new CanonicalTreeParser();

  /** What became of one commit: a step that is final, or one whose mail may be there another day. */
  record Outcome(Arrival arrival, boolean missing) {}

  EpochMails(Path epoch, ObjectReader reader, ReadLimits limits) {
    this.epoch = epoch;
    this.reader = reader;
    this.limits = limits;
  }

  Outcome read(EpochCommits.Entry commit, Checkpoint reached) {
    try {
      tree.reset(reader, commit.tree());
      while (!tree.eof()) {
        String file = tree.getEntryPathString();
        if (file.equals("m")) {
          return new Outcome(new Arrival.Arrived(mail(commit), reached), false);
        }
        if (file.equals("d")) {
          return new Outcome(new Arrival.Removed(mail(commit), reached), false);
        }
        tree.next(1);
      }
      return new Outcome(skipped(commit,
          "the commit holds neither a mail 'm' nor a removed one 'd'", reached), false);
    } catch (IOException | LargeObjectException e) {
      return new Outcome(
          skipped(commit, "the mail cannot be read: " + e.getMessage(), reached), true);
    }
  }

  private RawMail mail(EpochCommits.Entry commit) throws IOException {
    ObjectId id = tree.getEntryObjectId();
    // Seconds only: a zone of +9000, which mirrored epochs do carry, is no ZoneOffset.
    Provenance place = new Provenance.InEpoch(epoch, id.name(),
        Instant.ofEpochSecond(commit.committedSecond()));
    ObjectLoader blob = reader.open(id, Constants.OBJ_BLOB);
    int max = limits.maxMessageBytes();
    if (blob.getSize() <= max) {
      return new RawMail(blob.getCachedBytes(max), place, RawMail.Form.MAIL);
    }
    try (InputStream in = blob.openStream()) {
      String cut = "mail of " + blob.getSize() + " bytes cut at " + max;
      return new RawMail(in.readNBytes(max), place, RawMail.Form.MAIL,
          List.of(new Problem(place.place(), cut)));
    }
  }

  private Arrival skipped(EpochCommits.Entry commit, String what, Checkpoint reached) {
    return new Arrival.Skipped(new Problem(epoch + ": " + commit.commit().name(), what), reached);
  }
}
