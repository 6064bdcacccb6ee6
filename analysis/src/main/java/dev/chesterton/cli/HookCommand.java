package dev.chesterton.cli;

import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "hook", description = "check each patch before git send-email sends it", synopsisSubcommandLabel = "VERB", footer = {
  "Findings of a series are told at its last mail; one at or above chesterton.failOn stops the whole series.",
  "What goes wrong is one line, and the mail goes, unless chesterton.hookStrict is true.",
  "Exit codes:", "  0  done; 'run': the mail may be sent, 'status': it is there and works",
  "  1  'run': nothing is to be sent; 'status': not there, or broken; 'install', 'remove': what is there is not ours",
  "  66  no git repository", "  74  the hooks folder cannot be read or written"})
final class HookCommand extends Verb {

  private final Session session;

  HookCommand(Session session) {
    this.session = session;
  }

  @Override
  List<Verb> parts() {
    return List.of(new HookInstallCommand(session), new HookStatusCommand(session),
        new HookRemoveCommand(session), new HookRunCommand(session));
  }

  @Override
  ExitCode run() {
    throw new InputException(ExitCode.USAGE,
        "a verb is missing behind 'hook'; see 'chesterton help hook'");
  }
}
