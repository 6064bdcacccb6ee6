package dev.chesterton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git of the machine, run for a test; without it the test fails, since the build asks for git. */
public final class Git {
  private Git() {}

  /** Runs git in a folder with a file as standard input. */
  public static void run(Path folder, Path input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path told = Files.createTempFile("git", ".log");
    int exitCode = new ProcessBuilder(command).directory(folder.toFile())
        .redirectInput(input.toFile())
        .redirectErrorStream(true)
        .redirectOutput(told.toFile())
        .start()
        .waitFor();
    String text = Files.readString(told);
    Files.delete(told);
    if (exitCode != 0) {
      throw new IOException(command + " ended with " + exitCode + ": " + text);
    }
  }

  /** A bare repository made from fast-import text. */
  public static Path fastImport(Path text, Path bare) throws IOException, InterruptedException {
    Files.createDirectories(bare);
    run(bare, text, "init", "--quiet", "--bare", ".");
    run(bare, text, "fast-import", "--quiet");
    return bare;
  }
}
