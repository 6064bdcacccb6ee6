package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.KnownSource;
import dev.chesterton.index.StoreRebuild;
import dev.chesterton.jobs.Job;
import dev.chesterton.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "ingest", description = {
  "read archives and trees into the store; a second run reads what is new", "",
  "Safe to stop and to run again. Mails that an archive takes back, or loses when its history is rewritten,"
      + " leave the store."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:all was read",
        "3:something was skipped, named on standard error; the rest was read",
        "65:what was named is no archive and no tree", "66:what was named does not exist",
        "74:reading or writing failed; what the store had stands",
        "75:another process writes the store"})
final class IngestCommand extends Verb {
  private final Session session;

  @Mixin
  private final IngestSources sources = new IngestSources();

  @Option(names = "--since", paramLabel = "DATE", description = "pass over mails sent before this day (UTC). How far an archive has been read is then"
      + " not noted: the next run reads all that is missing, and one with --since begins where this one did")
  private Optional<String> since = Optional.empty();

  @Mixin
  private final IngestEffort effort = new IngestEffort();

  @Option(names = "--dry-run", description = "read and count, but write nothing")
  private boolean dryRun;

  @Option(names = "--rebuild", description = "make the index anew and then put it in the place of the old one: from the paths and"
      + " trees named here and no others, else from those of the settings and all the store was made from")
  private boolean rebuild;

  @Option(names = "--progress", paramLabel = "HOW", description = "auto, bar, plain (a line each 10 s) or none; auto is a bar on a terminal, else plain"
      + " (default: ${DEFAULT-VALUE})")
  private ProgressStyle progress = ProgressStyle.auto;

  IngestCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    sources.check();
    Optional<Instant> from = since.map(day -> Days.begin(day, "--since"));
    if (rebuild && (dryRun || from.isPresent())) {
      throw new InputException(ExitCode.USAGE, "--rebuild reads all and writes it: leave "
          + (dryRun ? "--dry-run" : "--since") + " out");
    }
    Settings settings = session.settings();
    effort.check(settings.limits());
    IngestConsole console = new IngestConsole(session, progress);
    if (rebuild) {
      return rebuild(settings, console);
    }
    return dryRun ? dryRun(settings, from, console) : update(settings, from, console);
  }

  private ExitCode update(Settings settings, Optional<Instant> from, IngestConsole console) {
    List<IngestJob> work = work(settings, StandardInput.folder(settings.store()));
    try (IndexUpdate update = IndexUpdate.open(settings.store(), holder(),
        effort.limits(settings.limits()))) {
      List<ArchiveReport> reports = recorded(settings, record -> {
        List<ArchiveReport> read = run(selected(update, from), settings, work, console);
        read.forEach(record::add);
        return read;
      });
      StandardInput.forgetUnread(reports, StandardInput.folder(settings.store()));
      return ArchiveReport.exitCode(reports);
    }
  }

  private ExitCode dryRun(Settings settings, Optional<Instant> from, IngestConsole console) {
    try (TemporaryFolder folder = new TemporaryFolder();
        IndexUpdate update = IndexUpdate.dryRun(settings.store())) {
      List<ArchiveReport> reports = run(selected(update, from), settings,
          work(settings, folder.path()), console);
      console.say("nothing was written: this was a dry run");
      return ArchiveReport.exitCode(reports);
    }
  }

  private ExitCode rebuild(Settings settings, IngestConsole console) {
    List<KnownSource> known = Index.sources(settings.store());
    List<IngestJob> named = sources.named(session, StandardInput.folder(settings.store()),
        settings);
    List<IngestJob> work = named.isEmpty()
        ? required(KnownJobs.added(sources.ofSettings(settings), known))
        : required(named);
    try (StoreRebuild update = StoreRebuild.open(settings.store(), holder(),
        effort.limits(settings.limits()))) {
      KnownJobs.uncovered(work, known)
          .forEach(source -> console.warn(source.key()
              + ": not named, so it will not be in the store any more"));
      return recorded(settings, record -> rebuild(update, settings, work, console, record));
    }
  }

  private ExitCode rebuild(StoreRebuild update, Settings settings, List<IngestJob> work,
      IngestConsole console, JobRecord record) {
    List<ArchiveReport> reports = run(update, settings, work, console);
    reports.forEach(record::add);
    if (!reports.stream().allMatch(IngestCommand::isReadToItsEnd)) {
      String failure = "not all could be read to its end, so the store '" + settings.store()
          + "' is left as it was";
      record.error("rebuild: " + failure);
      session.outside().err().println("chesterton: " + Printable.of(failure));
      return ExitCode.IO;
    }
    update.complete();
    console.say("the index of '" + settings.store() + "' is made anew");
    return ArchiveReport.exitCode(reports);
  }

  /** Work that is on record from its beginning on, whatever its end. */
  private <T> T recorded(Settings settings, Function<JobRecord, T> work) {
    JobRecord record = new JobRecord(Job.Kind.INGEST, settings.store(), session.outside().clock());
    record.begin();
    try {
      T done = work.apply(record);
      record.write();
      return done;
    } catch (RuntimeException e) {
      record.writeFailed(e);
      throw e;
    }
  }

  private static boolean isReadToItsEnd(ArchiveReport report) {
    return report instanceof ArchiveReport.Read read && !read.report().brokenOff();
  }

  private static IndexUpdate selected(IndexUpdate update, Optional<Instant> from) {
    return from.map(update::since).orElse(update);
  }

  private List<IngestJob> work(Settings settings, Path inputFolder) {
    List<IngestJob> named = sources.named(session, inputFolder, settings);
    return required(named.isEmpty() ? sources.ofSettings(settings) : named);
  }

  /** Without any there is nothing to do, and no store to be made. */
  private static List<IngestJob> required(List<IngestJob> work) {
    if (work.isEmpty()) {
      throw new InputException(ExitCode.USAGE,
          "nothing to ingest: name a PATH, or archives and trees in the settings");
    }
    List<Path> paths = work.stream().map(IngestJob::path).toList();
    if (paths.stream().noneMatch(Files::exists)) {
      throw new InputException(ExitCode.NO_INPUT, "no such file or folder: "
          + String.join(", ", paths.stream().map(path -> "'" + path + "'").toList()));
    }
    return work;
  }

  private List<ArchiveReport> run(IndexUpdate update, Settings settings, List<IngestJob> work,
      IngestConsole console) {
    try {
      return new IngestRun(update, effort.bounds(settings.limits()), console).run(work);
    } finally {
      console.end();
    }
  }

  private String holder() {
    return "pid " + ProcessHandle.current().pid() + " since " + session.outside().clock().instant();
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(
            new Prose.Example("chesterton ingest --list linux-btrfs mirror/linux-btrfs",
                "A mirrored archive:"),
            new Prose.Example("chesterton ingest --tree mainline=path/to/linux",
                "The commits of a tree:"),
            new Prose.Example("chesterton ingest --rebuild",
                "The index anew, from all it was made from:")),
        List.of("chesterton-mirror", "chesterton-nightly", "chesterton-verify"));
  }
}
