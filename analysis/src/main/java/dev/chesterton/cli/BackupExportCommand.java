package dev.chesterton.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "write all notes, answers and states as JSON lines")
final class BackupExportCommand extends Verb {

  private final Session session;
  private final WebServer server;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "where to; - is standard output (default: ${DEFAULT-VALUE})")
  private String file = "-";

  BackupExportCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  ExitCode run() {
    if (file.equals("-")) {
      return server.exportNotes(session, session.outside().out());
    }
    Path target = session.resolve(file);
    try {
      return toFile(target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write '%s': %s".formatted(target,
          e.getClass().getSimpleName()), e);
    }
  }

  /** Beside the file first, for its owner alone: a backup that breaks off leaves the one of the day before. */
  private ExitCode toFile(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path half = Files.createTempFile(folder == null ? target : folder, "backup", ".jsonl");
    try (PrintStream out = new PrintStream(Files.newOutputStream(half), false,
        StandardCharsets.UTF_8)) {
      ExitCode ended = server.exportNotes(session, out);
      if (out.checkError()) {
        throw new IOException("the disk may be full");
      }
      if (ended == ExitCode.OK) {
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
      return ended;
    } finally {
      Files.deleteIfExists(half);
    }
  }
}
