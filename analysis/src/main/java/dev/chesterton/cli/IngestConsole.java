package dev.chesterton.cli;

import dev.chesterton.index.IngestReport;
import dev.chesterton.index.Progress;
import dev.chesterton.review.Counted;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a run of ingest: summaries on standard output; progress, warnings and failures on standard error. */
final class IngestConsole implements IngestRun.Audience {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean quiet;
  private final boolean verbose;
  private final ProgressDisplay progress;
  private final Warnings warnings;

  IngestConsole(Session session, ProgressStyle style) {
    Outside outside = session.outside();
    this.out = outside.out();
    this.err = outside.err();
    this.quiet = session.isQuiet();
    this.verbose = session.isVerbose();
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
        if (verbose) {
          oddities(read.report());
        }
      }
    }
    // Both are buffered; who watches a run of hours wants to see what is done.
    out.flush();
    err.flush();
  }

  /** What is odd was read all the same: nobody has to act. */
  private void oddities(IngestReport report) {
    report.oddities().forEach(problem -> warnings.say("odd: " + problem));
    if (report.oddities().size() == IngestReport.MAX_ODDITIES) {
      warnings.say("odd: of this archive no more than " + IngestReport.MAX_ODDITIES + " are named");
    }
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
          "%s (%s, %,d with something odd), %,d known, %,d taken back",
          Counted.of(report.added(), "new mail"), Counted.of(report.patches(), "patch"),
          report.odd(), report.known(), report.removed());
      case IngestJob.Commits _ ->
        String.format(Locale.ROOT, "%s (%,d with something odd), %,d known",
            Counted.of(report.added(), "new commit"), report.odd(), report.known());
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
      case IngestJob.Mails _ -> "mail";
      case IngestJob.Commits _ -> "commit";
    };
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}
