package dev.chesterton.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "serve the pages of the store")
final class ServeCommand extends Verb {
  private final Outside outside;
  private final WebServer server;

  @Option(names = "--listen", paramLabel = "ADDRESS:PORT", description = "loopback only for now (default: ${DEFAULT-VALUE})")
  private String listen = "127.0.0.1:8808";

  ServeCommand(Outside outside, WebServer server) {
    this.outside = outside;
    this.server = server;
  }

  @Override
  ExitCode run() {
    return server.serve(outside, listen);
  }
}
