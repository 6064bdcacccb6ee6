package dev.chesterton.cli;

import dev.chesterton.cli.completion.Shell;
import dev.chesterton.cli.manual.Prose;
import dev.chesterton.finding.RulePage;
import dev.chesterton.index.Index;
import dev.chesterton.index.KnownSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "completion", description = "print a script that makes a shell complete verbs, options and values")
final class CompletionCommand extends Verb {

  /** Bash expands the words it is to choose from: none may bring a command along. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Session session;

  @Option(names = "--values", hidden = true, paramLabel = "WHAT", description = "lists or rules, one a line: what the scripts ask when they are needed")
  private Optional<Values> values = Optional.empty();

  @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash, zsh or fish")
  private Optional<Shell> shell = Optional.empty();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** The names are those of the scripts. */
  enum Values {
    lists, rules
  }

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    if (values.isPresent()) {
      words(values.get()).filter(PLAIN.asMatchPredicate())
          .distinct()
          .sorted()
          .forEach(session.outside().out()::println);
      return ExitCode.OK;
    }
    Shell named = shell.orElseThrow(() -> new InputException(ExitCode.USAGE,
        "which shell? write 'completion bash', 'completion zsh' or 'completion fish'"));
    session.outside().out().print(named.script(spec.parent()));
    return ExitCode.OK;
  }

  private Stream<String> words(Values wanted) {
    return switch (wanted) {
      case lists -> Index.sources(session.settings().store())
          .stream()
          .flatMap(source -> source instanceof KnownSource.Mails mails
              ? Stream.of(mails.list())
              : Stream.empty());
      case rules -> session.rules().pages().stream().map(RulePage::id).map(String::valueOf);
    };
  }

  @Override
  public Prose prose() {
    return new Prose(List.of("Names of lists and rules are asked from the store and the settings"
        + " when they are to be completed."),
        List.of(
            new Prose.Example("source <(chesterton completion bash)",
                "In bash, in ~/.bashrc:"),
            new Prose.Example("source <(chesterton completion zsh)",
                "In zsh, in ~/.zshrc behind compinit:"),
            new Prose.Example(
                "chesterton completion fish \\\n    >~/.config/fish/completions/chesterton.fish",
                "In fish, once:")),
        List.of("bash(1)", "zshcompsys(1)", "fish(1)"));
  }
}
