package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.history.SourceTree;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageParser;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The story of this module: an archive or a tree in, documents in the store, one call per room.
 *
 * <p>One thread reads the archive in its order, others take mails apart and index them. A checkpoint is committed only
 * when everything before it is in the same commit, so a run that is killed starts again where the store ends.
 */
public final class Ingest {

  /** Mails or commits between two commits of the store: what a killed run does again. */
  private static final int COMMIT_EVERY = 50_000;

  private final IndexUpdate update;
  private final ReadLimits limits;

  public Ingest(IndexUpdate update, ReadLimits limits) {
    this.update = update;
    this.limits = limits;
  }

  /**
   * Reads what is new in an archive into the store and commits it.
   *
   * @param list name of the list whose archive it is
   * @throws dev.chesterton.source.ArchiveException when the archive as a whole cannot be read
   */
  public IngestReport mails(String list, MailSource source) {
    IngestTally tally = new IngestTally();
    Checkpoint since = update.checkpoint(source.name());
    try (Stream<Arrival> arrivals = source.since(since); Workers workers = new Workers()) {
      Checkpoint reached = since;
      int steps = 0;
      for (Iterator<Arrival> rest = arrivals.iterator(); rest.hasNext();) {
        Arrival arrival = rest.next();
        reached = arrival.reached();
        take(arrival, list, workers, tally);
        if (++steps % COMMIT_EVERY == 0) {
          commit(source.name(), reached, workers);
        }
      }
      commit(source.name(), reached, workers);
    }
    return tally.report();
  }

  /**
   * Reads the commits of a tree that are new into the store and commits them.
   *
   * @param branch HEAD where none is named
   */
  public IngestReport commits(SourceTree tree, Optional<String> branch) {
    IngestTally tally = new IngestTally();
    String source = "tree " + tree.name() + branch.map(name -> " " + name).orElse("");
    Checkpoint since = update.checkpoint(source);
    try (Stream<Commit> commits = tree.commits(branch, since); Workers workers = new Workers()) {
      Checkpoint reached = since;
      int steps = 0;
      for (Iterator<Commit> rest = commits.iterator(); rest.hasNext();) {
        Commit commit = rest.next();
        reached = new Checkpoint(commit.id().hex());
        workers.submit(commit.message().length(),
            () -> tally.count(update.add(tree.name(), commit), false, false));
        if (++steps % COMMIT_EVERY == 0) {
          commit(source, reached, workers);
        }
      }
      commit(source, reached, workers);
    }
    return tally.report();
  }

  private void take(Arrival arrival, String list, Workers workers, IngestTally tally) {
    switch (arrival) {
      case Arrival.Arrived(RawMail mail, _) ->
        workers.submit(mail.bytes().length, () -> add(mail, list, tally));
      case Arrival.Removed(RawMail mail, _) -> {
        workers.finish();
        update.remove(list, mail, read(mail));
        tally.removed();
      }
      case Arrival.Skipped(Problem problem, _) -> tally.skipped(problem);
    }
  }

  private void add(RawMail mail, String list, IngestTally tally) {
    Parsed<Posting> posting;
    try {
      posting = read(mail);
    } catch (RuntimeException e) {
      // A parser that throws is a defect of ours; it may cost this mail, not the night.
      tally.skipped(
          new Problem(mail.provenance().place(), "not read, a fault of this program: " + e));
      return;
    }
    IndexUpdate.Outcome outcome = update.add(list, mail, posting);
    tally.count(outcome, posting.value() instanceof Posting.Patch, !posting.problems().isEmpty());
  }

  private Parsed<Posting> read(RawMail mail) {
    Parsed<Message> message = MessageParser.parse(mail, limits);
    Parsed<Posting> posting = PatchParser.parse(message.value());
    return new Parsed<>(posting.value(),
        Stream.concat(message.problems().stream(), posting.problems().stream())
            .toList());
  }

  private void commit(String source, Checkpoint reached, Workers workers) {
    workers.finish();
    update.reached(source, reached);
    update.commit();
  }
}
