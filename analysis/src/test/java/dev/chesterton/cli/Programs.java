package dev.chesterton.cli;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine that tests drive. */
final class Programs {
  private Programs() {}

  static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A test goes on only where the machine has the program. */
  static void require(String program) {
    Assumptions.assumeTrue(onPath(program).isPresent(), "skipped: no " + program + " on PATH");
  }

  /** How a program ended, and what it said. */
  record Ended(int exitCode, String out, String err) {}

  /** Runs a program to its end, with a home of its own. */
  static Ended run(Path folder, Path home, byte[] in, Map<String, String> environment,
      List<String> command) throws IOException, InterruptedException {
    Path input = Files.createTempFile(home, "in", "");
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    Files.copy(new ByteArrayInputStream(in), input,
        StandardCopyOption.REPLACE_EXISTING);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectInput(input.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command + " did not end in two minutes");
    }
    return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** A script that runs the command line of these classes as a process of its own, as the launcher does. */
  static Path commandLine(Path folder, Path store) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path script = Files.writeString(folder.resolve("chesterton"), """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable \
          --enable-native-access=ALL-UNNAMED -cp '%s' dev.chesterton.cli.Main --store '%s' "$@"
        """.formatted(java, System.getProperty("java.class.path"), store));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
    return script;
  }
}
