package dev.chesterton.cli;

import dev.chesterton.history.SourceTree;
import dev.chesterton.history.TreeLimits;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.index.IngestReport;
import dev.chesterton.index.Progress;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads archives and trees into a store, one after another. What is wrong with one of them stands in its report and
 * hinders no other; only what is wrong with the store ends the run.
 */
final class IngestRun {
  private final IndexUpdate update;
  private final Bounds bounds;
  private final Audience audience;

  /** Is told how a run goes on, by the thread that runs it. */
  interface Audience {

    /** Wants to hear nothing. */
    Audience ABSENT = new Audience() {
      @Override
      public Progress begins(IngestJob job, String place) {
        return Progress.SILENT;
      }

      @Override
      public void ended(ArchiveReport report) {}
    };

    /** An archive, an epoch of it, or a tree is going to be read. */
    Progress begins(IngestJob job, String place);

    void ended(ArchiveReport report);
  }

  /**
   * How much is read, and by how many at once.
   *
   * @param threads that take mails apart; 0 is one for each processor
   */
  record Bounds(ReadLimits mails, TreeLimits trees, int threads) {}

  IngestRun(IndexUpdate update, Bounds bounds, Audience audience) {
    this.update = update;
    this.bounds = bounds;
    this.audience = audience;
  }

  /**
   * The reports in the order of the jobs, one for each epoch of an archive.
   *
   * @throws dev.chesterton.index.StoreException when the store cannot be written
   */
  List<ArchiveReport> run(List<IngestJob> jobs) {
    return jobs.stream().flatMap(job -> run(job).stream()).toList();
  }

  private List<ArchiveReport> run(IngestJob job) {
    return switch (job) {
      case IngestJob.Mails mails -> mails(mails);
      case IngestJob.Commits commits -> List.of(commits(commits));
    };
  }

  private List<ArchiveReport> mails(IngestJob.Mails job) {
    List<MailSource> sources;
    try {
      sources = open(job);
    } catch (ArchiveException | InputException | UncheckedIOException e) {
      return List.of(told(new ArchiveReport.Failed(job, fileName(job.path()), e)));
    }
    return sources.stream().map(source -> mails(job, source)).toList();
  }

  private List<MailSource> open(IngestJob.Mails job) {
    requireExisting(job);
    return MailSources.open(job.path(), job.format(), bounds.mails());
  }

  private ArchiveReport mails(IngestJob.Mails job, MailSource source) {
    String place = place(job.path(), Path.of(source.name()));
    return timed(job, place, () -> {
      update.remember(job.source(source));
      return ingest(job, place).mails(job.name(), source);
    });
  }

  private ArchiveReport commits(IngestJob.Commits job) {
    String place = fileName(job.path());
    return timed(job, place, () -> {
      requireExisting(job);
      try (SourceTree tree = SourceTree.open(job.path(), job.name(), bounds.trees())) {
        update.remember(job.source());
        return ingest(job, place).commits(tree, job.branch());
      }
    });
  }

  private Ingest ingest(IngestJob job, String place) {
    return new Ingest(update, bounds.mails(), bounds.threads(), audience.begins(job, place));
  }

  private ArchiveReport timed(IngestJob job, String place, Supplier<IngestReport> reading) {
    long begun = System.nanoTime();
    try {
      IngestReport report = reading.get();
      return told(new ArchiveReport.Read(job, place, report,
          Duration.ofNanos(System.nanoTime() - begun)));
    } catch (ArchiveException | InputException | UncheckedIOException e) {
      return told(new ArchiveReport.Failed(job, place, e));
    }
  }

  private ArchiveReport told(ArchiveReport report) {
    audience.ended(report);
    return report;
  }

  private static void requireExisting(IngestJob job) {
    if (!Files.exists(job.path())) {
      throw new InputException(ExitCode.NO_INPUT,
          "no such file or folder: '" + job.path() + "'");
    }
  }

  private static String place(Path job, Path source) {
    return source.startsWith(job) && !source.equals(job)
        ? job.relativize(source).toString()
        : fileName(source);
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
