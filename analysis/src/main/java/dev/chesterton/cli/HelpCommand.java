package dev.chesterton.cli;

import dev.chesterton.cli.manual.ManualPage;
import dev.chesterton.cli.manual.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "help", description = "explain a verb, or list them all; 'help config' lists the settings")
final class HelpCommand extends Verb {
  private static final String CONFIG = "config";

  private static final Map<String, String> EXIT_CODES = Stream.of(ExitCode.values())
      .collect(Collectors.toMap(code -> String.valueOf(code.number()), ExitCode::meaning,
          (one, _) -> one, LinkedHashMap::new));

  private final Session session;

  @Parameters(arity = "0..2", paramLabel = "VERB", description = "the verb to explain, as in 'help check' or 'help rules test'; or config: each"
      + " setting with its value, and where that comes from")
  private List<String> verbs = new ArrayList<>();

  @Option(names = "--man", description = "print the manual page, for 'man -l -'")
  private boolean man;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  HelpCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    if (verbs.equals(List.of(CONFIG))) {
      session.outside().out().print(Printable.lines(SettingsText.of(session.settings())));
      return ExitCode.OK;
    }
    CommandLine explained = spec.parent().commandLine();
    for (String verb : verbs) {
      explained = Optional.ofNullable(explained.getSubcommands().get(verb))
          .orElseThrow(unknown(explained, verb));
    }
    session.outside()
        .out()
        .print(man ? ManualPage.of(explained, EXIT_CODES) : explained.getUsageMessage());
    return ExitCode.OK;
  }

  private static Supplier<UnmatchedArgumentException> unknown(CommandLine below, String verb) {
    return () -> new UnmatchedArgumentException(below, List.of(verb));
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(), List.of(
        new Prose.Example("chesterton help config", "Every setting with its value:"),
        new Prose.Example("chesterton help --man check | man -l -", "The manual page of a verb:")),
        List.of("man(1)"));
  }
}
