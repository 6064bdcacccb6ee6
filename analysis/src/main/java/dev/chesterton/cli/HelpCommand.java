package dev.chesterton.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "help", description = "explain a verb, or list them all")
final class HelpCommand extends Verb {
  private final Outside outside;

  @Parameters(arity = "0..1", paramLabel = "VERB", description = "the verb to explain")
  private Optional<String> verb = Optional.empty();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  HelpCommand(Outside outside) {
    this.outside = outside;
  }

  @Override
  ExitCode run() {
    CommandLine all = spec.parent().commandLine();
    Optional<CommandLine> explained = verb.map(name -> all.getSubcommands().get(name));
    if (verb.isPresent() && explained.isEmpty()) {
      throw new UnmatchedArgumentException(all, List.of(verb.get()));
    }
    outside.out().print(explained.orElse(all).getUsageMessage());
    return ExitCode.OK;
  }
}
