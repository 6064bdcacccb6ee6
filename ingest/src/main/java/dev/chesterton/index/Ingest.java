package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.history.SourceTree;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Effort effort;
  private final Progress progress;

  /**
   * How much is done at once.
   *
   * @param threads that take mails apart; 0 is one for each processor
   * @param commitEvery mails or commits between two commits of the store
   */
  record Effort(int threads, int commitEvery) {}

  /** With a thread for each processor, and in silence. */
  public Ingest(IndexUpdate update, ReadLimits limits) {
    this(update, limits, 0, Progress.SILENT);
  }

  /** @param threads that take mails apart; 0 is one for each processor */
  public Ingest(IndexUpdate update, ReadLimits limits, int threads, Progress progress) {
    this(update, limits, new Effort(threads, COMMIT_EVERY), progress);
  }

  Ingest(IndexUpdate update, ReadLimits limits, Effort effort, Progress progress) {
    this.update = update;
    this.limits = limits;
    this.effort = effort;
    this.progress = progress;
  }

  /**
   * Reads what is new in an archive into the store and commits it. An archive that breaks off is read as far as it goes;
   * the report names the place, and the next run goes on there.
   *
   * @param list name of the list whose archive it is
   * @throws ArchiveException when the archive as a whole cannot be opened
   */
  public IngestReport mails(String list, MailSource source) {
    Archive archive = Archive.of(list, source.name());
    try (Reading reading = source.since(update.checkpoint(archive.name()));
        Workers workers = new Workers(effort.threads())) {
      MailRun run = new MailRun(archive, reading, workers);
      run.all();
      return run.tally.report();
    }
  }

  /**
   * Reads the commits of a tree that are new into the store and commits them.
   *
   * @param branch HEAD where none is named
   */
  public IngestReport commits(SourceTree tree, Optional<String> branch) {
    IngestTally tally = new IngestTally();
    String source = new KnownSource.Tree(tree.name(), branch, Optional.empty()).key();
    Checkpoint since = update.checkpoint(source);
    try (Stream<Commit> commits = tree.commits(branch, since);
        Workers workers = new Workers(effort.threads())) {
      Checkpoint reached = since;
      int steps = 0;
      for (Iterator<Commit> rest = commits.iterator(); rest.hasNext();) {
        Commit commit = rest.next();
        reached = new Checkpoint(commit.id().hex());
        workers.submit(size(commit), () -> add(commit, tree.name(), tally));
        progress.at(++steps, steps, 0);
        if (steps % effort.commitEvery() == 0) {
          commit(source, reached, workers);
        }
      }
      commit(source, reached, workers);
    }
    return tally.report();
  }

  /** One archive from its checkpoint to its end. */
  private final class MailRun {
    private final Archive archive;
    private final Reading reading;
    private final Workers workers;
    private final IngestTally tally = new IngestTally();

    /** Copies that a rewritten archive still has. */
    private final Set<Long> kept = ConcurrentHashMap.newKeySet();
    private Checkpoint reached;

    MailRun(Archive archive, Reading reading, Workers workers) {
      this.archive = archive;
      this.reading = reading;
      this.workers = workers;
      this.reached = update.checkpoint(archive.name());
    }

    void all() {
      try (Stream<Arrival> arrivals = reading.arrivals()) {
        int steps = 0;
        for (Iterator<Arrival> rest = arrivals.iterator(); rest.hasNext();) {
          take(rest.next());
          progress.at(++steps, reading.done(), reading.total());
          if (steps % effort.commitEvery() == 0 && !reading.isRewritten()) {
            commit(archive.name(), reached, workers);
          }
        }
        end();
      } catch (ArchiveException e) {
        tally.brokenOff(
            new Problem(archive.source(), e.getMessage() + "; the rest is read another time"));
        if (!reading.isRewritten()) {
          commit(archive.name(), reached, workers);
        }
      }
    }

    /** What a rewritten archive has no more leaves the store in the same commit that brings what is new. */
    private void end() {
      workers.finish();
      if (reading.isRewritten()) {
        tally.rewritten();
        tally.removed(update.retain(archive, kept));
      }
      commit(archive.name(), reached, workers);
    }

    private void take(Arrival arrival) {
      reached = arrival.reached();
      switch (arrival) {
        case Arrival.Arrived(RawMail mail, _) -> workers.submit(mail.bytes().length,
            () -> guarded(mail, () -> add(mail)));
        case Arrival.Removed(RawMail mail, _) -> {
          // All that came before it has to be known.
          workers.finish();
          guarded(mail, () -> remove(mail));
        }
        case Arrival.Skipped(Problem problem, long bytes, _) -> tally.skipped(problem, bytes);
      }
    }

    private void guarded(RawMail mail, Runnable step) {
      Ingest.guarded(mail.provenance().place(), mail.bytes().length, tally, step);
    }

    private void add(RawMail mail) {
      Copy copy = Copy.of(archive, mail);
      if (reading.isRewritten()) {
        kept.add(copy.id().hash());
      }
      if (update.knows(copy)) {
        tally.known();
        return;
      }
      Parsed<Posting> posting = PatchParser.read(mail, limits);
      tally.count(update.add(copy, posting), posting.value() instanceof Posting.Patch,
          placed(mail.provenance().place(), posting.problems()));
    }

    private void remove(RawMail mail) {
      if (update.remove(archive.list(), PatchParser.read(mail, limits).value().message())) {
        tally.removed(1);
      }
    }
  }

  private void add(Commit commit, String tree, IngestTally tally) {
    String place = tree + ": " + commit.id();
    guarded(place, 0, tally, () -> tally.count(update.add(tree, commit), false,
        placed(place, commit.problems())));
  }

  /** A problem of one part of a mail names the part alone. */
  private static List<Problem> placed(String place, List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.where().startsWith(place)
            ? problem
            : new Problem(place, problem.toString()))
        .toList();
  }

  /** A parser that throws is a defect of ours; it may cost this mail or commit, not the night. */
  private static void guarded(String place, long bytes, IngestTally tally,
      Runnable step) {
    try {
      step.run();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      tally.skipped(new Problem(place, "not read, a fault of this program: " + e), bytes);
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
