package dev.chesterton.cli;

import dev.chesterton.cli.hook.HookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "remove", description = "take the hook away, and put back what was there before")
final class HookRemoveCommand extends Verb {

  private final Session session;

  @Mixin
  private final HookPlace place = new HookPlace();

  HookRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    return HookPlace.run(this::remove);
  }

  private ExitCode remove() throws IOException {
    HookFile file = place.file(session);
    Optional<Path> before = file.before();
    file.remove();
    session.outside()
        .out()
        .println(Printable.of(file.path() + (before.isPresent()
            ? ": what was there before is back"
            : ": removed")));
    return ExitCode.OK;
  }
}
