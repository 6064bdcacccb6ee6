package dev.chesterton.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "serve the pages of the store")
final class ServeCommand extends Verb {
  private final Session session;
  private final WebServer server;

  @Option(names = "--listen", paramLabel = "ADDRESS:PORT", description = "loopback only for now (default: ${DEFAULT-VALUE})")
  private String listen = "127.0.0.1:8808";

  ServeCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  ExitCode run() {
    return server.serve(session, listen);
  }
}
