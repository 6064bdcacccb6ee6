package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.Step;
import dev.chesterton.review.Counted;
import dev.chesterton.review.FindingsReport;
import dev.chesterton.review.FindingsUpdate;
import dev.chesterton.settings.ArchiveSettings;
import dev.chesterton.settings.Settings;
import dev.chesterton.source.Mirror;
import dev.chesterton.source.MirrorLimits;
import dev.chesterton.source.MirrorReport;
import dev.chesterton.source.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The steps of one nightly run, each told, recorded, and no obstacle to the next: mail that could not be copied is read
 * another night, and what was read is checked.
 */
final class NightlyRun {
  private final Session session;
  private final Settings settings;
  private final IngestEffort effort;
  private final String holder;
  private final IngestConsole console;
  private final JobRecord record;
  private final List<ExitCode> ends = new ArrayList<>();

  NightlyRun(Session session, Settings settings, IngestEffort effort, ProgressStyle style,
      String holder) {
    this.session = session;
    this.settings = settings;
    this.effort = effort;
    this.holder = holder;
    this.console = new IngestConsole(session, style);
    this.record = new JobRecord(Job.Kind.NIGHTLY, settings.store(), session.outside().clock());
  }

  /** Before anything else, so that it is known of a run that is killed. */
  void begin() {
    guarded("record of the run", record::begin);
  }

  /** New mail of every archive that has an address. */
  void mirror() {
    List<ArchiveSettings> archives = settings.archives()
        .stream()
        .filter(archive -> archive.url().isPresent())
        .toList();
    if (archives.isEmpty()) {
      return;
    }
    copying("mirror", () -> {
      try (Mirror mirror = new Mirror(settings.store(), holder,
          MirrorLimits.of(settings.limits()))) {
        archives.forEach(archive -> copying("mirror " + archive.name(),
            () -> mirror(archive.name(), archive.url().orElseThrow(), mirror)));
      }
    });
  }

  /** What is here already can be read, so a server that is away only means that something is left out. */
  private void copying(String step, Runnable work) {
    guarded(step, work, _ -> ExitCode.SKIPPED);
  }

  private void mirror(String name, URI address, Mirror mirror) {
    long begun = nanos();
    MirrorReport report = mirror.update(name, address);
    record.add(new Step("mirror " + name, since(begun),
        Map.of("epochs", (long) report.epochs(), "created", (long) report.created(), "fetched",
            (long) report.fetched(), "rewritten", (long) report.rewritten(), "failed",
            (long) report.failed().size()),
        report.failed(), Optional.empty()));
    console.say(String.format(Locale.ROOT, "%s  mirror: %s, %,d new, %,d fetched   %s",
        name, Counted.of(report.epochs(), "epoch"), report.created(), report.fetched(),
        seconds(begun)));
    warn(report.failed());
  }

  /** New mails and commits of all that the settings name. */
  void ingest() {
    List<IngestJob> jobs = new IngestSources().ofSettings(settings);
    String[] why = {"was not come to"};
    try {
      guarded("ingest", () -> {
        try (IndexUpdate update = IndexUpdate.open(settings.store(), holder,
            effort.limits(settings.limits()))) {
          List<ArchiveReport> reports = new IngestRun(update, effort.bounds(settings.limits()),
              console).run(jobs);
          reports.forEach(record::add);
          ends.add(ArchiveReport.exitCode(reports));
        } catch (RuntimeException e) {
          why[0] = String.valueOf(e.getMessage());
          throw e;
        } finally {
          console.end();
        }
      });
    } finally {
      record.notRead(jobs, why[0]);
    }
    withoutCopy(jobs);
  }

  /** An archive that has an address, and that no mirror has brought yet. */
  private void withoutCopy(List<IngestJob> jobs) {
    List<IngestJob> missing = settings.archives()
        .stream()
        .filter(archive -> jobs.stream()
            .noneMatch(job -> job instanceof IngestJob.Mails
                && job.name().equals(archive.name())))
        .<IngestJob>map(archive -> new IngestJob.Mails(archive.name(),
            Mirror.folder(settings.store(), archive.name())))
        .toList();
    if (!missing.isEmpty()) {
      ends.add(ExitCode.SKIPPED);
    }
    record.notRead(missing, "there is no copy of it yet");
    missing.forEach(job -> console.warn(job.name() + ": there is no copy of it yet"));
  }

  /** Findings of the patches whose threads have changed. */
  void findings() {
    guarded("findings", () -> {
      long begun = nanos();
      try (Index index = Index.openUnmapped(settings.store(), session.limits())) {
        FindingsReport report = new FindingsUpdate(settings.store(), index,
            session.rules(), console.begins("findings", "patch"))
            .run(session.outside().clock().instant());
        record.add(new Step("findings", since(begun),
            Map.of("checked", report.checked(), "flagged", report.flagged(), "whole",
                report.whole() ? 1L : 0L),
            report.failed(), Optional.empty()));
        console.end();
        console.say(String.format(Locale.ROOT, "findings  %s checked, %,d flagged%s   %s",
            Counted.of(report.checked(), "patch"), report.flagged(),
            report.whole() ? " (all anew)" : "",
            seconds(begun)));
        warn(report.failed());
      } finally {
        console.end();
      }
    });
  }

  private void warn(List<Problem> problems) {
    if (!problems.isEmpty()) {
      ends.add(ExitCode.SKIPPED);
    }
    problems.forEach(problem -> console.warn(problem.toString()));
  }

  private void guarded(String step, Runnable work) {
    guarded(step, work, Failure::codeOf);
  }

  /** A failure is told and recorded; a fault of this program, too. */
  private void guarded(String step, Runnable work, Function<Exception, ExitCode> code) {
    try {
      work.run();
    } catch (RuntimeException e) {
      ends.add(code.apply(e));
      String message = Failure.message(e);
      record.error(step + ": " + message);
      session.outside().err().println("chesterton: " + Printable.of(step + ": " + message));
    }
  }

  /** Writes the record; what ended a step says how the run ends, else that something was skipped. */
  ExitCode end() {
    guarded("record of the run", record::write);
    List<ExitCode> bad = ends.stream().filter(code -> code != ExitCode.OK).toList();
    return bad.stream()
        .filter(code -> code != ExitCode.SKIPPED)
        .findFirst()
        .orElse(bad.isEmpty() ? ExitCode.OK : ExitCode.SKIPPED);
  }

  private long nanos() {
    return session.outside().nanoTime().getAsLong();
  }

  private long since(long begun) {
    return TimeUnit.NANOSECONDS.toMillis(nanos() - begun);
  }

  private String seconds(long begun) {
    return String.format(Locale.ROOT, "%.1f s", since(begun) / 1000.0);
  }
}
