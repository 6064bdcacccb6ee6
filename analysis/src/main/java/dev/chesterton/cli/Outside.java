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

/**
 * All that a verb has of the world around the process. Tests hand in their own.
 *
 * @param out results, UTF-8
 * @param err everything else, UTF-8
 * @param directory relative paths start here
 */
public record Outside(InputStream in, PrintStream out, PrintStream err, Clock clock,
    Map<String, String> environment, Path directory) {

  /** The world of this process. */
  public static Outside ofThisProcess() {
    return new Outside(System.in, utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(new FileOutputStream(FileDescriptor.err)), Clock.systemUTC(), System.getenv(),
        Path.of("").toAbsolutePath());
  }

  /** Results can be long, so they are buffered; whoever ends the process flushes. */
  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(new java.io.BufferedOutputStream(stream, 1 << 14), false,
        StandardCharsets.UTF_8);
  }
}
