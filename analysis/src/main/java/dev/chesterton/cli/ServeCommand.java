package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "serve the pages of the store")
final class ServeCommand extends Verb {
  private final Session session;
  private final WebServer server;

  @Option(names = "--listen", paramLabel = "ADDRESS:PORT", description = "a loopback address, or with --token-file any in digits (default: ${DEFAULT-VALUE})")
  private String listen = "127.0.0.1:8808";

  @Option(names = "--token-file", paramLabel = "FILE", description = "lets those write who know the token in it; mode 0600, at least 20 characters (default: nobody writes)")
  private Optional<String> tokenFile = Optional.empty();

  ServeCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  ExitCode run() {
    return server.serve(session,
        new Listening(listen, tokenFile.map(session::resolve)));
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(
            new Prose.Example("chesterton serve --listen 127.0.0.1:8808",
                "The pages, for who sits at this machine:"),
            new Prose.Example(
                "chesterton serve --listen 0.0.0.0:8808 \\\n    --token-file /etc/chesterton/token",
                "For others too; who knows the token may write:")),
        List.of("chesterton-nightly", "chesterton-backup"));
  }
}
