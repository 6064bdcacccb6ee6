package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.index.StoreException;
import dev.chesterton.settings.Settings;
import dev.chesterton.source.ProcessLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "nightly", description = {
  "mirror, ingest and findings in one run, for a timer", "",
  "Copies new mail of the archives that have an address, reads the archives and trees of the settings into the store,"
      + " and checks the patches whose threads have changed. What fails is told and hinders nothing else."
      + " Safe to stop and to run again."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:all was done",
        "3:something was skipped or failed, named on standard error; the rest was done",
        "74:reading or writing failed; what the store had stands",
        "75:another nightly run, or another process that writes, holds the store",
        "78:a setting is wrong"})
final class NightlyCommand extends Verb {
  private final Session session;

  @Option(names = "--no-mirror", description = "copy no new mail: the archives are brought up to date by something else")
  private boolean noMirror;

  @Option(names = "--no-findings", description = "check no patches: flagged ones are found when the page is asked for")
  private boolean noFindings;

  @Mixin
  private final IngestEffort effort = new IngestEffort();

  @Option(names = "--progress", paramLabel = "HOW", description = "auto, bar, plain (a line each 10 s) or none (default: ${DEFAULT-VALUE})")
  private ProgressStyle progress = ProgressStyle.auto;

  NightlyCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    Settings settings = session.settings();
    effort.check(settings.limits());
    if (settings.archives().isEmpty() && settings.trees().isEmpty()) {
      throw new InputException(ExitCode.USAGE,
          "nothing to do: set chesterton.archive.<name>.path or .url, or chesterton.tree.<name>.path");
    }
    String holder = "pid " + ProcessHandle.current().pid() + " since "
        + session.outside().clock().instant();
    try (ProcessLock _ = lock(settings.store(), holder)) {
      NightlyRun run = new NightlyRun(session, settings, effort, progress, holder);
      run.begin();
      if (!noMirror) {
        run.mirror();
      }
      run.ingest();
      if (!noFindings) {
        run.findings();
      }
      return run.end();
    }
  }

  /** One nightly run of a store at a time; what it writes has locks besides. */
  static ProcessLock lock(Path store, String holder) {
    Path file = store.resolve("nightly.lock");
    try {
      return ProcessLock.take(file, holder,
          other -> new StoreException(StoreException.Reason.LOCKED, "nightly of store '" + store
              + "' is being run by " + other + ": wait for it to end"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write '" + file + "': " + e.getMessage()
          + "; change its owner, or name another store", e);
    }
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(new Prose.Example("systemctl enable --now chesterton-nightly.timer",
            "With the units of config/systemd, once a day:")),
        List.of("chesterton-mirror", "chesterton-ingest", "systemd.timer(5)"));
  }
}
