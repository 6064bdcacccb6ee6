package dev.chesterton.cli;

import java.io.BufferedReader;
import java.io.PrintStream;

/** What the web module adds to the command line. It stands below this room, so it is handed in. */
public interface WebServer {

  /** Where only the command line is on the class path: says so. */
  WebServer ABSENT = new WebServer() {
    @Override
    public ExitCode serve(Session session, Listening listening) {
      return absent(session);
    }

    private ExitCode absent(Session session) {
      session.outside()
          .err()
          .println(
              "chesterton: pages and notes are not on this class path: start through the launcher");
      return ExitCode.USAGE;
    }

    @Override
    public ExitCode mcp(Session session) {
      return absent(session);
    }

    @Override
    public ExitCode demo(Session session, Listening listening) {
      return absent(session);
    }

    @Override
    public ExitCode exportNotes(Session session, PrintStream out) {
      return absent(session);
    }

    @Override
    public ExitCode restoreNotes(Session session, BufferedReader lines) {
      return absent(session);
    }
  };

  /** Serves the store of these settings until it is told to stop. */
  ExitCode serve(Session session, Listening listening);

  /** Answers a program over standard input and output, by the Model Context Protocol, until it closes its end. */
  ExitCode mcp(Session session);

  /** Samples into a store of its own, pages up, until it is told to stop; leaves nothing behind. */
  ExitCode demo(Session session, Listening listening);

  /** Writes all that readers wrote as JSON lines, the form of docs/notes.md. */
  ExitCode exportNotes(Session session, PrintStream out);

  /** Takes in what was so written, all of it or nothing. */
  ExitCode restoreNotes(Session session, BufferedReader lines);
}
