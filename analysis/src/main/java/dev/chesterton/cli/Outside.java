package dev.chesterton.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * All that a verb has of the world around the process. Tests hand in their own.
 *
 * @param out results, UTF-8
 * @param err everything else, UTF-8
 * @param directory relative paths start here
 * @param errIsTerminal somebody watches standard error, so a line may be drawn again and again. The launcher tells it:
 *     {@link System#console} is there only when both standard input and standard output are terminals, and says nothing
 *     of standard error, which alone counts in {@code ingest > log} and {@code ingest 2> log}
 * @param nanoTime a clock that never jumps, in nanoseconds from any beginning
 */
public record Outside(InputStream in, PrintStream out, PrintStream err, Clock clock,
    Map<String, String> environment, Path directory, boolean errIsTerminal,
    LongSupplier nanoTime) {

  /** Set by the launcher where standard error is a terminal. */
  private static final String TERMINAL = "chesterton.terminal";

  /** A world without a terminal. */
  public Outside(InputStream in, PrintStream out, PrintStream err, Clock clock,
      Map<String, String> environment, Path directory) {
    this(in, out, err, clock, environment, directory, false, System::nanoTime);
  }

  /** The world of this process. */
  public static Outside ofThisProcess() {
    return new Outside(System.in, utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(new FileOutputStream(FileDescriptor.err)), Clock.systemUTC(), System.getenv(),
        Path.of("").toAbsolutePath(), Boolean.getBoolean(TERMINAL), System::nanoTime);
  }

  /** The same world, in which what is said on standard error is lost. */
  Outside withoutErrors() {
    return new Outside(in, out, new PrintStream(OutputStream.nullOutputStream(), false,
        StandardCharsets.UTF_8), clock, environment, directory, false, nanoTime);
  }

  /** Results can be long, so they are buffered; whoever ends the process flushes. */
  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(new java.io.BufferedOutputStream(stream, 1 << 14), false,
        StandardCharsets.UTF_8);
  }
}
