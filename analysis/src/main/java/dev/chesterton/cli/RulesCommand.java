package dev.chesterton.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** Parts that write or measure rules are added to {@link #parts}, each a class of its own. */
@Command(name = "rules", description = "list the rules, show one, test them with their samples, or learn the weights of the ranking", synopsisSubcommandLabel = "VERB")
final class RulesCommand extends Verb {

  private final Session session;

  RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  List<Verb> parts() {
    return List.of(new RulesListCommand(session), new RulesShowCommand(session),
        new RulesTestCommand(session), new RulesTrainCommand(session));
  }

  @Override
  ExitCode run() {
    throw new InputException(ExitCode.USAGE,
        "a verb is missing behind 'rules'; see 'chesterton help rules'");
  }
}
