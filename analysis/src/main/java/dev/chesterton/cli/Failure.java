package dev.chesterton.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a verb threw, as one line on standard error and an exit code. */
final class Failure {
  private Failure() {}

  static int tell(Exception failure, Outside outside) {
    ExitCode code = codeOf(failure);
    String message = String.valueOf(failure.getMessage());
    if (code == ExitCode.FAULT) {
      message = "fault in chesterton " + VersionCommand.version() + ", please report it: " + failure
          + " at "
          + place(failure);
    }
    outside.err().println("chesterton: " + Printable.of(message));
    return code.number();
  }

  private static ExitCode codeOf(Exception failure) {
    return switch (failure) {
      case IOException _,UncheckedIOException _ -> ExitCode.IO;
      default -> ExitCode.FAULT;
    };
  }

  private static String place(Exception failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length == 0 ? "an unknown place" : frames[0].toString();
  }
}
