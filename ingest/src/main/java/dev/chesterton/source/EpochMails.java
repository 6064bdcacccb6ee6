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
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Turns commits of an epoch into mails: file {@code m} is one that came, {@code d} one that was taken back. */
final class EpochMails {
  private final Path epoch;
  private final ObjectReader reader;
  private final ReadLimits limits;
  private final CanonicalTreeParser tree = new CanonicalTreeParser();

  EpochMails(Path epoch, ObjectReader reader, ReadLimits limits) {
    this.epoch = epoch;
    this.reader = reader;
    this.limits = limits;
  }

  Arrival arrival(RevCommit commit) {
    Checkpoint reached = new Checkpoint(commit.name());
    // Seconds only: a zone of +9000, which mirrored epochs do carry, is no ZoneOffset.
    Provenance place = new Provenance.InEpoch(epoch, commit.name(),
        Instant.ofEpochSecond(commit.getCommitTime()));
    try {
      tree.reset(reader, commit.getTree());
      while (!tree.eof()) {
        String file = tree.getEntryPathString();
        if (file.equals("m")) {
          return new Arrival.Arrived(mail(tree.getEntryObjectId(), place), reached);
        }
        if (file.equals("d")) {
          return new Arrival.Removed(mail(tree.getEntryObjectId(), place), reached);
        }
        tree.next(1);
      }
      return skipped(place, "the commit holds neither a mail 'm' nor a removed one 'd'", reached);
    } catch (IOException | LargeObjectException e) {
      return skipped(place, "the mail cannot be read: " + e.getMessage(), reached);
    }
  }

  private RawMail mail(ObjectId id, Provenance place) throws IOException {
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

  private static Arrival skipped(Provenance place, String what, Checkpoint reached) {
    return new Arrival.Skipped(new Problem(place.place(), what), reached);
  }
}
