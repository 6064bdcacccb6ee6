package dev.chesterton.cli;

import dev.chesterton.finding.NamePattern;
import dev.chesterton.finding.RulePage;
import java.io.PrintStream;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "show what a rule looks for and why it exists")
final class RulesShowCommand extends Verb {

  private final Session session;

  @Parameters(paramLabel = "ID", arity = "1", description = "a rule, as it stands in [brackets] behind a finding")
  private String id = "";

  RulesShowCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    RulePage page = session.rules()
        .page(id)
        .orElseThrow(() -> new InputException(ExitCode.NO_INPUT,
            "no rule named '" + id + "' is on; see 'chesterton rules list'"));
    PrintStream out = session.outside().out();
    print("%s: %s".formatted(page.id(), page.title()), out);
    print("severity %s, since %s, from %s".formatted(page.severity().word(), page.since(),
        page.file()), out);
    page.kind().ifPresent(kind -> print("kind " + kind.word(), out));
    page.matches()
        .forEach((kind, names) -> print("match.%s: %s".formatted(kind, names.stream()
            .map(NamePattern::text)
            .collect(Collectors.joining(" "))), out));
    out.println();
    out.print(Printable.lines(page.markdown().strip() + "\n"));
    return ExitCode.OK;
  }

  private static void print(String line, PrintStream out) {
    out.println(Printable.of(line));
  }
}
