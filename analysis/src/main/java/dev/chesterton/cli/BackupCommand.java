package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import java.util.List;
import picocli.CommandLine.Command;

/** The notes of readers are the one thing that cannot be made again. */
@Command(name = "backup", description = "write the notes of readers to a file, or take them back in", synopsisSubcommandLabel = "VERB")
final class BackupCommand extends Verb {

  private final Session session;
  private final WebServer server;

  BackupCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  List<Verb> parts() {
    return List.of(new BackupExportCommand(session, server),
        new BackupRestoreCommand(session, server));
  }

  @Override
  ExitCode run() {
    throw new InputException(ExitCode.USAGE,
        "a verb is missing behind 'backup': export or restore");
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(new Prose.Example("chesterton backup export notes.jsonl", "All notes into a file:"),
            new Prose.Example("chesterton backup restore notes.jsonl", "And back:")),
        List.of("chesterton-serve"));
  }
}
