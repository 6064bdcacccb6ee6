package dev.chesterton.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "take in what export wrote, all of it or nothing; what is there already is passed over")
final class BackupRestoreCommand extends Verb {

  private final Session session;
  private final WebServer server;

  @Parameters(paramLabel = "FILE", description = "what export wrote; - is standard input")
  private String file = "-";

  BackupRestoreCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  ExitCode run() {
    Path source = session.resolve(file);
    if (!file.equals("-") && !Files.isRegularFile(source)) {
      throw new InputException(ExitCode.NO_INPUT, "no such file: '%s'".formatted(source));
    }
    try (BufferedReader lines = file.equals("-")
        ? new BufferedReader(
            new InputStreamReader(session.outside().in(), StandardCharsets.UTF_8))
        : Files.newBufferedReader(source)) {
      return server.restoreNotes(session, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read '%s': %s".formatted(source,
          e.getClass().getSimpleName()), e);
    }
  }
}
