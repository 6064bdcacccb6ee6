package dev.chesterton.cli;

import dev.chesterton.cli.hook.HookFile;
import dev.chesterton.cli.hook.HookTrial;
import dev.chesterton.cli.hook.HooksFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "say what stands where git send-email looks, and try it with a sample mail")
final class HookStatusCommand extends Verb {

  private final Session session;

  @Mixin
  private final HookPlace place = new HookPlace();

  HookStatusCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    return HookPlace.run(this::status);
  }

  private ExitCode status() throws IOException {
    HookFile file = place.file(session);
    boolean isOff = new HooksFolder(session.outside().environment())
        .isOff(place.repository(session));
    say(file.path() + ": " + words(file));
    file.before().ifPresent(before -> say("called first: " + before));
    if (isOff) {
      say("sendemail.validate is false: git asks no hook");
    }
    Optional<Path> launcher = file.launcher();
    if (launcher.isEmpty()) {
      return ExitCode.FOUND_OR_NO_MATCH;
    }
    say("calls " + launcher.get() + "; what it cannot check is "
        + (isStrict(file) ? "held" : "sent"));
    HookTrial trial = HookTrial.of(launcher.get(), session.outside().environment());
    trial.words().lines().forEach(line -> say("  " + line));
    say(trial.works() ? "a sample mail was checked" : "the sample mail could not be checked");
    return trial.works() && !isOff && file.isExecutable() ? ExitCode.OK
        : ExitCode.FOUND_OR_NO_MATCH;
  }

  private boolean isStrict(HookFile file) throws IOException {
    return file.isStrict() || session.settings().check().hookStrict();
  }

  private static String words(HookFile file) throws IOException {
    return switch (file.state()) {
      case NONE -> "not installed";
      case OTHER -> "a hook that is not ours; 'hook install' would call it first";
      case CHANGED -> "ours, changed since it was written";
      case OURS ->
        file.isExecutable() ? "installed" : "installed, but not executable: git passes it over";
    };
  }

  private void say(String line) {
    session.outside().out().println(Printable.of(line));
  }
}
