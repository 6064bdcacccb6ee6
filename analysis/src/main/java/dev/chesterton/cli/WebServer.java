package dev.chesterton.cli;

/** What the web module adds to the command line. It stands below this room, so it is handed in. */
public interface WebServer {

  /** Where only the command line is on the class path: says so. */
  WebServer ABSENT = new WebServer() {
    @Override
    public ExitCode serve(Session session, String listen) {
      session.outside()
          .err()
          .println("chesterton: the pages are not on this class path: start through the launcher");
      return ExitCode.USAGE;
    }

    @Override
    public ExitCode mcp(Session session) {
      return serve(session, "");
    }

    @Override
    public ExitCode demo(Session session, String listen) {
      return serve(session, listen);
    }
  };

  /** Serves the store of these settings until it is told to stop. */
  ExitCode serve(Session session, String listen);

  /** Answers a program over standard input and output, by the Model Context Protocol, until it closes its end. */
  ExitCode mcp(Session session);

  /** Samples into a store of its own, pages up, until it is told to stop; leaves nothing behind. */
  ExitCode demo(Session session, String listen);
}
