package dev.chesterton.cli;

/** An argument names something that is not there or not what it should be; the message names it and the way out. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  InputException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
