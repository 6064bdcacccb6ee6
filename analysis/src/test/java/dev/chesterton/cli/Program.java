package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of this machine that a test lets read what we wrote.
 *
 * @param file where it is
 */
record Program(Path file) {
  private static final int LONGEST_SECONDS = 60;

  /** How a run ended, and what it printed. */
  record Ended(int exitCode, String out, String err) {}

  /** Skips the test, saying so, where it is not installed. */
  static Program onPath(String name) {
    List<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .toList();
    Assumptions.assumeFalse(found.isEmpty(), "skipped: no " + name + " on PATH");
    return new Program(found.getFirst());
  }

  /** Runs to its end, in a folder that is its home too, 80 columns wide, without anything to read. */
  Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectInput(new File("/dev/null"))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment()
        .putAll(java.util.Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString(),
            "MANWIDTH", "80", "LC_ALL", "C.UTF-8", "TERM", "dumb"));
    Process process = builder.start();
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as(command + "").isTrue();
    Ended ended = new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }
}
