package dev.chesterton.cli;

import dev.chesterton.finding.PatternKind;
import dev.chesterton.finding.RulePage;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(name = "list", description = "list every rule that is on: id, severity, kind, title, and its file")
final class RulesListCommand extends Verb {

  private final Session session;

  RulesListCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    session.rules()
        .pages()
        .forEach(page -> session.outside().out().println(Printable.of(line(page))));
    return ExitCode.OK;
  }

  private static String line(RulePage page) {
    return String.format(Locale.ROOT, "%-18s %-8s %-10s %s (%s)", page.id(),
        page.severity().word(), page.kind().map(PatternKind::word).orElse("code"), page.title(),
        page.file());
  }
}
