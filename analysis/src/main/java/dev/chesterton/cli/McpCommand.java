package dev.chesterton.cli;

import picocli.CommandLine.Command;

@Command(name = "mcp", description = "answer a program over standard input and output, by the Model Context Protocol; only reads", footer = {
  "",
  "Tools: why_line, commit_threads, verify_claim, thread, check_patch, search.",
  "Standard output carries the protocol and nothing else; it ends when standard input does.",
  "With chesterton.mcp=true serve answers POST /mcp, too."})
final class McpCommand extends Verb {
  private final Session session;
  private final WebServer server;

  McpCommand(Session session, WebServer server) {
    this.session = session;
    this.server = server;
  }

  @Override
  ExitCode run() {
    return server.mcp(session);
  }
}
