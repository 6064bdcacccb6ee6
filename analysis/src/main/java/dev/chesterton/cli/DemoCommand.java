package dev.chesterton.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "read the samples into a store of its own and serve their pages")
final class DemoCommand extends Verb {
  private final Session session;
  private final WebServer server;

  @Option(names = "--listen", paramLabel = "ADDRESS:PORT", description = "port 0 takes a free one (default: ${DEFAULT-VALUE})")
  private String listen = "127.0.0.1:0";

  DemoCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  ExitCode run() {
    return server.demo(session, listen);
  }
}
