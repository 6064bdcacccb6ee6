package dev.chesterton.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "read the samples into a store of its own and serve their pages")
final class DemoCommand extends Verb {
  private final Session session;
  private final WebServer server;

  @Option(names = "--listen", paramLabel = "ADDRESS:PORT", description = "port 0 takes a free one (default: ${DEFAULT-VALUE})")
  private String listen = "127.0.0.1:0";

  @Option(names = "--token-file", paramLabel = "FILE", description = "lets those write who know the token in it; mode 0600, at least 20 characters (default: nobody writes)")
  private Optional<String> tokenFile = Optional.empty();

  DemoCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  ExitCode run() {
    return server.demo(session,
        new Listening(listen, tokenFile.map(session::resolve)));
  }
}
