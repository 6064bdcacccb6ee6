package dev.chesterton.cli;

import dev.chesterton.cli.hook.HookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "install", description = "put the hook where git send-email looks; one that is there is kept, and called first")
final class HookInstallCommand extends Verb {

  private final Session session;

  @Mixin
  private final HookPlace place = new HookPlace();

  @Option(names = "--strict", description = "hold back mail that cannot be checked, for whatever reason")
  private boolean strict;

  @Option(names = "--launcher", paramLabel = "FILE", description = "program the hook calls (default: this one)")
  private Optional<String> launcher = Optional.empty();

  HookInstallCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    return HookPlace.run(this::install);
  }

  private ExitCode install() throws IOException {
    HookFile file = place.file(session);
    Path program = program();
    boolean wasThere = file.state() == HookFile.State.OURS;
    boolean hadBefore = file.before().isPresent();
    file.install(program, strict);
    say(file.path() + ": " + (wasThere ? "written anew" : "installed"));
    if (!hadBefore) {
      file.before()
          .ifPresent(before -> say("the hook that was there is now " + before
              + ", and is called first"));
    }
    return ExitCode.OK;
  }

  private Path program() {
    Path named = launcher.map(session::resolve)
        .or(() -> Optional.ofNullable(System.getProperty("chesterton.home"))
            .map(home -> Path.of(home, "chesterton")))
        .orElseThrow(() -> new InputException(ExitCode.USAGE,
            "it is not known where chesterton lies; name it with --launcher"));
    Path program = named.toAbsolutePath().normalize();
    if (!Files.isExecutable(program) || Files.isDirectory(program)) {
      throw new InputException(ExitCode.NO_INPUT, "no program '" + program + "'");
    }
    return program;
  }

  private void say(String line) {
    session.outside().out().println(Printable.of(line));
  }
}
