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

/** Turns what commits did into arrivals, each mail read when its turn comes. */
final class EpochMails {
  private final Path epoch;
  private final ObjectReader reader;
  private final ReadLimits limits;
  private final CommitChanges changes;

  /** What became of one mail: a step that is final, or one whose mail may be there another day. */
  record Outcome(Arrival arrival, boolean missing) {}

  /** One step of a commit, still to be taken. */
  interface Step {
    Outcome take(Checkpoint reached);
  }

  EpochMails(Path epoch, ObjectReader reader, ReadLimits limits, CommitChanges changes) {
    this.epoch = epoch;
    this.reader = reader;
    this.limits = limits;
    this.changes = changes;
  }

  /** In order; a commit that cannot be read is one step that says so. */
  List<Step> steps(EpochCommits.Entry commit) {
    try {
      List<Step> steps = changes.of(commit)
          .stream()
          .<Step>map(change -> reached -> read(commit, change, reached))
          .toList();
      return steps.isEmpty() && !changes.ofNothing().isEmpty()
          ? List.of(
              reached -> new Outcome(skipped(commit, changes.ofNothing(), reached), false))
          : steps;
    } catch (IOException | LargeObjectException e) {
      String what = "the commit cannot be read: " + e.getMessage();
      return List.of(reached -> new Outcome(skipped(commit, what, reached), true));
    }
  }

  private Outcome read(EpochCommits.Entry commit, MailChange change,
      Checkpoint reached) {
    try {
      RawMail mail = mail(commit, change.blob());
      return new Outcome(change.removed()
          ? new Arrival.Removed(mail, reached)
          : new Arrival.Arrived(mail, reached), false);
    } catch (IOException | LargeObjectException e) {
      return new Outcome(
          skipped(commit, "the mail cannot be read: " + e.getMessage(), reached), true);
    }
  }

  private RawMail mail(EpochCommits.Entry commit, ObjectId id) throws IOException {
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
    return new Arrival.Skipped(new Problem(epoch + ": " + commit.commit().name(), what), 0,
        reached);
  }
}
