package dev.chesterton.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "help", description = "explain a verb, or list them all; 'help config' lists the settings")
final class HelpCommand extends Verb {
  private static final String CONFIG = "config";

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "VERB", description = "the verb to explain, or config: each setting with its value, and where that comes"
      + " from")
  private Optional<String> verb = Optional.empty();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    CommandLine all = spec.parent().commandLine();
    if (verb.filter(CONFIG::equals).isPresent()) {
      session.outside().out().print(Printable.lines(SettingsText.of(session.settings())));
      return ExitCode.OK;
    }
    Optional<CommandLine> explained = verb.map(name -> all.getSubcommands().get(name));
    if (verb.isPresent() && explained.isEmpty()) {
      throw new UnmatchedArgumentException(all, List.of(verb.get()));
    }
    session.outside().out().print(explained.orElse(all).getUsageMessage());
    return ExitCode.OK;
  }
}
