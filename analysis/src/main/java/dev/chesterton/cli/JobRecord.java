package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.index.StoreCommit;
import dev.chesterton.index.StoreCounts;
import dev.chesterton.index.StoreException;
import dev.chesterton.jobs.ArchiveRun;
import dev.chesterton.jobs.ArchiveRun.Counts;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.JobLog;
import dev.chesterton.jobs.Step;
import dev.chesterton.jobs.StoreSize;
import dev.chesterton.source.Problem;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what a run does to a store, for the record of the last ones. */
final class JobRecord {
  private final Job.Kind kind;
  private final Path store;
  private final Clock clock;
  private final Instant begin;
  private final Map<IngestJob, ArchiveRun> archives = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  /** Of a run that begins now. */
  JobRecord(Job.Kind kind, Path store, Clock clock) {
    this.kind = kind;
    this.store = store;
    this.clock = clock;
    this.begin = clock.instant();
  }

  /** Stands on record until {@link #write}, so that a run that is killed leaves a trace. */
  void begin() {
    new JobLog(store).append(Job.begun(kind, pid(), begin));
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  /** Of a run that a failure ended: as {@link #write}, but its own failure is the lesser one. */
  void writeFailed(RuntimeException failure) {
    error(Failure.message(failure));
    try {
      write();
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  void add(Step step) {
    steps.add(step);
  }

  void error(String message) {
    errors.add(message);
  }

  /** The epochs of an archive are told as one. */
  void add(ArchiveReport report) {
    ArchiveRun run = run(report);
    archives.merge(report.job(), run, JobRecord::together);
  }

  private static ArchiveRun run(ArchiveReport report) {
    return switch (report) {
      case ArchiveReport.Read read -> new ArchiveRun(kindOf(read.job()), read.job().name(),
          read.job().path().toString(), read.took().toMillis(), Counts.of(read.report()),
          read.report().skipped(), Map.of(), read.report().rewritten(),
          read.report().brokenOff() ? Optional.of(read.report().skipped().getLast().toString())
              : Optional.empty());
      case ArchiveReport.Failed failed -> failed(failed.job(),
          String.valueOf(failed.cause().getMessage()));
    };
  }

  private static ArchiveRun failed(IngestJob job, String why) {
    return new ArchiveRun(kindOf(job), job.name(), job.path().toString(), 0, Counts.NONE, List.of(),
        Map.of(), false, Optional.of(why));
  }

  private static ArchiveRun.Kind kindOf(IngestJob job) {
    return switch (job) {
      case IngestJob.Mails _ -> ArchiveRun.Kind.MAILS;
      case IngestJob.Commits _ -> ArchiveRun.Kind.COMMITS;
    };
  }

  private static ArchiveRun together(ArchiveRun one, ArchiveRun other) {
    List<Problem> skipped = new ArrayList<>(one.skipped());
    skipped.addAll(other.skipped());
    return new ArchiveRun(one.kind(), one.name(), one.path(),
        one.tookMillis() + other.tookMillis(), one.counts().plus(other.counts()), skipped,
        Map.of(), one.rewritten() || other.rewritten(), one.error().or(other::error));
  }

  /** Those that were to be read, and were not come to. */
  void notRead(List<IngestJob> jobs, String why) {
    jobs.forEach(job -> archives.putIfAbsent(job, failed(job, why)));
  }

  /**
   * Writes it down, behind the others.
   *
   * @throws java.io.UncheckedIOException where the disk does not take it
   */
  Job write() {
    Job job = withStore();
    new JobLog(store).append(job);
    return job;
  }

  private Job withStore() {
    try {
      StoreCommit commit = Index.lastCommit(store);
      return job(archives.entrySet()
          .stream()
          .map(entry -> withHeads(entry.getKey(), entry.getValue(), commit))
          .toList(), Optional.of(StoreSize.of(store, counts(commit.state().generation()))));
    } catch (StoreException e) {
      errors.add(String.valueOf(e.getMessage()));
      return job(List.copyOf(archives.values()), Optional.empty());
    }
  }

  /** Where nothing has come or gone since the last run, it has counted already. */
  private StoreCounts counts(long generation) {
    Optional<StoreCounts> last = isUnchanged()
        ? new JobLog(store).lastStore().map(StoreSize::counts)
        : Optional.empty();
    return last.filter(counts -> counts.generation() == generation)
        .orElseGet(() -> Index.counts(store));
  }

  private boolean isUnchanged() {
    return archives.values()
        .stream()
        .allMatch(run -> run.counts().added() == 0 && run.counts().removed() == 0);
  }

  private Job job(List<ArchiveRun> runs, Optional<StoreSize> size) {
    return new Job(kind, pid(), begin, Optional.of(clock.instant()), runs, steps, size,
        errors.stream()
            .distinct()
            .toList());
  }

  private static ArchiveRun withHeads(IngestJob job, ArchiveRun run,
      StoreCommit commit) {
    Map<String, String> heads = new TreeMap<>();
    commit.checkpoints(sourcesOf(job)).forEach((source, checkpoint) -> {
      String rest = source.substring(sourcesOf(job).length());
      boolean isOfJob = rest.isEmpty() || rest.startsWith("/") || rest.startsWith(" ");
      if (isOfJob && !checkpoint.position().isEmpty()) {
        heads.put(rest.isEmpty() ? String.valueOf(job.path().getFileName()) : rest.substring(1),
            checkpoint.position());
      }
    });
    return new ArchiveRun(run.kind(), run.name(), run.path(), run.tookMillis(), run.counts(),
        run.skipped(), heads, run.rewritten(), run.error());
  }

  /** How the checkpoints of an archive or tree begin. */
  private static String sourcesOf(IngestJob job) {
    return switch (job) {
      case IngestJob.Mails mails -> mails.name() + " " + mails.path();
      case IngestJob.Commits commits -> "tree " + commits.name();
    };
  }
}
