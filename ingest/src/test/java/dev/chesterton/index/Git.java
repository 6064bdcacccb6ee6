package dev.chesterton.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git of the machine; a test is skipped, saying so, where there is none. */
final class Git {
  private Git() {}

  /** Makes a bare repository of a fast-import stream. */
  static Path imported(Path folder, Path stream) throws IOException {
    Files.createDirectories(folder);
    run(folder, List.of("init", "-q", "--bare"));
    // Objects of their own files, so that a test can take one away.
    run(folder, stream, List.of("-c", "fastimport.unpackLimit=1000", "fast-import", "--quiet"));
    return folder;
  }

  static String run(Path folder, List<String> arguments) throws IOException {
    return run(folder, Path.of("/dev/null"), arguments);
  }

  private static String run(Path folder, Path input, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    Path output = Files.createTempFile("git", "");
    try {
      int exit = new ProcessBuilder(command).directory(folder.toFile())
          .redirectInput(input.toFile())
          .redirectOutput(output.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      assertThat(exit).as("%s", command).isZero();
      return Files.readString(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (IOException e) {
      assumeTrue(false, "skipped: no git on this machine: " + e.getMessage());
      throw e;
    } finally {
      Files.delete(output);
    }
  }
}
