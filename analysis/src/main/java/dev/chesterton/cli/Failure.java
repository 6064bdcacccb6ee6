package dev.chesterton.cli;

import dev.chesterton.index.StoreException;
import dev.chesterton.settings.SettingsException;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.MirrorLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a verb threw, as one line on standard error and an exit code. */
public final class Failure {
  private Failure() {}

  static int tell(Exception failure, Outside outside) {
    outside.err().println("chesterton: " + Printable.of(message(failure)));
    return codeOf(failure).number();
  }

  public static String message(Throwable failure) {
    return codeOf(failure) == ExitCode.FAULT
        ? "fault in chesterton " + VersionCommand.version() + ", please report it: " + failure
            + " at " + place(failure)
        : String.valueOf(failure.getMessage());
  }

  public static ExitCode codeOf(Throwable failure) {
    return switch (failure) {
      case InputException input -> input.exitCode();
      case SettingsException _ -> ExitCode.CONFIG;
      // With a cause something broke while reading; without one it is simply no archive.
      case ArchiveException archive ->
        archive.getCause() == null ? ExitCode.BAD_INPUT : ExitCode.IO;
      case MirrorLockedException _ -> ExitCode.LOCKED;
      case StoreException store -> codeOf(store.reason());
      case IOException _,UncheckedIOException _ -> ExitCode.IO;
      default -> ExitCode.FAULT;
    };
  }

  private static ExitCode codeOf(StoreException.Reason reason) {
    return switch (reason) {
      case MISSING -> ExitCode.NO_INPUT;
      case LOCKED -> ExitCode.LOCKED;
      case UNREADABLE -> ExitCode.IO;
    };
  }

  private static String place(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length == 0 ? "an unknown place" : frames[0].toString();
  }
}
