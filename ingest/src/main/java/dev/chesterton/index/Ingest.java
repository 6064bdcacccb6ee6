package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.history.SourceTree;
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
  private final int commitEvery;

  public Ingest(IndexUpdate update, ReadLimits limits) {
    this(update, limits, COMMIT_EVERY);
  }

  Ingest(IndexUpdate update, ReadLimits limits, int commitEvery) {
    this.update = update;
    this.limits = limits;
    this.commitEvery = commitEvery;
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
        if (++steps % commitEvery == 0) {
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
        workers.submit(size(commit), () -> add(commit, tree.name(), tally));
        if (++steps % commitEvery == 0) {
          commit(source, reached, workers);
        }
      }
      commit(source, reached, workers);
    }
    return tally.report();
  }

  private void take(Arrival arrival, String list, Workers workers, IngestTally tally) {
    switch (arrival) {
      case Arrival.Arrived(RawMail mail, _) -> workers.submit(mail.bytes().length,
          () -> guarded(mail.provenance().place(), tally, () -> add(mail, list, tally)));
      case Arrival.Removed(RawMail mail, _) -> {
        workers.finish();
        guarded(mail.provenance().place(), tally, () -> {
          update.remove(list, mail, PatchParser.read(mail, limits));
          tally.removed();
        });
      }
      case Arrival.Skipped(Problem problem, _) -> tally.skipped(problem);
    }
  }

  private void add(RawMail mail, String list, IngestTally tally) {
    Parsed<Posting> posting = PatchParser.read(mail, limits);
    IndexUpdate.Outcome outcome = update.add(list, mail, posting);
    tally.count(outcome, posting.value() instanceof Posting.Patch, !posting.problems().isEmpty());
  }

  private void add(Commit commit, String tree, IngestTally tally) {
    guarded(tree + ": " + commit.id(), tally,
        () -> tally.count(update.add(tree, commit), false, !commit.problems().isEmpty()));
  }

  /** A parser that throws is a defect of ours; it may cost this mail or commit, not the night. */
  private static void guarded(String place, IngestTally tally, Runnable step) {
    try {
      step.run();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      tally.skipped(new Problem(place, "not read, a fault of this program: " + e));
    }
  }

  /** Characters held in memory while a commit waits; its change weighs more than its message. */
  private static int size(Commit commit) {
    long lines = Stream.concat(commit.change().added(), commit.change().removed())
        .mapToLong(line -> line.text().length())
        .sum();
    return (int) Math.min(Integer.MAX_VALUE, commit.message().length() + lines);
  }

  private void commit(String source, Checkpoint reached, Workers workers) {
    workers.finish();
    update.reached(source, reached);
    update.commit();
  }
}
