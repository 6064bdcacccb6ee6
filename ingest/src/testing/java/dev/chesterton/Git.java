package dev.chesterton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git of the machine, run for a test; without it the test fails, since the build asks for git. */
public final class Git {
  private Git() {}

  /** Runs git in a folder, without input, and gives what it prints. */
  public static String run(Path folder, String... arguments) throws IOException {
    return run(folder, Path.of("/dev/null"), arguments);
  }

  /**
   * A bare repository made from fast-import text, in place of the branches it had; its objects are files of their own, so
   * that a test can take one away.
   */
  public static Path fastImport(Path text, Path bare) throws IOException {
    Files.createDirectories(bare);
    run(bare, "init", "--quiet", "--bare", ".");
    run(bare, text, "-c", "fastimport.unpackLimit=1000", "fast-import", "--quiet",
        "--force");
    return bare;
  }

  private static String run(Path folder, Path input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("git", ".out");
    Path errors = Files.createTempFile("git", ".err");
    try {
      int exitCode = new ProcessBuilder(command).directory(folder.toFile())
          .redirectInput(input.toFile())
          .redirectOutput(output.toFile())
          .redirectError(errors.toFile())
          .start()
          .waitFor();
      if (exitCode != 0) {
        throw new IOException(
            command + " ended with " + exitCode + ": " + Files.readString(errors));
      }
      return Files.readString(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", e);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
