package dev.chesterton.cli;

import dev.chesterton.index.IngestReport;
import dev.chesterton.index.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a run of ingest: summaries on standard output; progress, warnings and failures on standard error. */
final class IngestConsole implements IngestRun.Audience {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean quiet;
  private final ProgressDisplay progress;
  private final Warnings warnings;

  IngestConsole(Session session, ProgressStyle style) {
    Outside outside = session.outside();
    this.out = outside.out();
    this.err = outside.err();
    this.quiet = session.isQuiet();
    this.progress = new ProgressDisplay(err, outside.nanoTime(),
        quiet ? ProgressStyle.none : style.on(outside.errIsTerminal()));
    this.warnings = new Warnings(err, session.isVerbose());
  }

  @Override
  public Progress begins(IngestJob job, String place) {
    return progress.begin(Printable.of(name(job, place)), unit(job));
  }

  @Override
  public void ended(ArchiveReport report) {
    progress.clear();
    switch (report) {
      case ArchiveReport.Failed failed -> err
          .println("chesterton: " + Printable.of(String.valueOf(failed.cause().getMessage())));
      case ArchiveReport.Read read -> {
        say(summary(read));
        read.report().skipped().forEach(problem -> warnings.say(problem.toString()));
      }
    }
    // Both are buffered; who watches a run of hours wants to see what is done.
    out.flush();
    err.flush();
  }

  /** Another kind of work is going to be done. */
  Progress begins(String name, String unit) {
    return progress.begin(name, unit);
  }

  void warn(String warning) {
    warnings.say(warning);
  }

  /** A line of the results; none where quiet. */
  void say(String line) {
    if (!quiet) {
      out.println(Printable.of(line));
    }
  }

  /** After the last archive. */
  void end() {
    progress.clear();
    warnings.end();
  }

  private static String summary(ArchiveReport.Read read) {
    IngestReport report = read.report();
    String counts = switch (read.job()) {
      case IngestJob.Mails _ -> String.format(Locale.ROOT,
          "%,d new mails (%,d patches, %,d with something odd), %,d known, %,d taken back",
          report.added(), report.patches(), report.odd(), report.known(), report.removed());
      case IngestJob.Commits _ ->
        String.format(Locale.ROOT, "%,d new commits (%,d with something odd), %,d known",
            report.added(), report.odd(), report.known());
    };
    return name(read.job(), read.place()) + "  " + counts + passedOver(report)
        + String.format(Locale.ROOT, ", %,d skipped   %s", report.skipped().size(),
            seconds(read.took()));
  }

  private static String passedOver(IngestReport report) {
    return report.passedOver() == 0 ? ""
        : String.format(Locale.ROOT, ", %,d passed over", report.passedOver());
  }

  private static String name(IngestJob job, String place) {
    return job.name() + "  " + place;
  }

  private static String unit(IngestJob job) {
    return switch (job) {
      case IngestJob.Mails _ -> "mails";
      case IngestJob.Commits _ -> "commits";
    };
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}
