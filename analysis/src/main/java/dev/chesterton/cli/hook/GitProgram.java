package dev.chesterton.cli.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The git of this machine, asked where it looks for hooks: it alone knows all files its settings come from. Only
 * {@code rev-parse} and {@code config --get} are run, which start no other program and refuse repositories of others.
 */
final class GitProgram {
  private static final int MOST_SECONDS = 10;
  private static final int MOST_BYTES = 64 << 10;

  private final Map<String, String> environment;

  GitProgram(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The first line git prints; empty where it prints none, or ends with an error.
   *
   * @throws IOException where there is no git, or it hangs
   */
  Optional<String> ask(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    environment.forEach((name, value) -> {
      // Which repository is meant says the folder, not what an outer git exports; settings may come from variables.
      if (!name.startsWith("GIT_") || name.startsWith("GIT_CONFIG")) {
        builder.environment().put(name, value);
      }
    });
    return answer(builder.start());
  }

  private static Optional<String> answer(Process git) throws IOException {
    try {
      // A path may hold a line end; what git prints ends with one more.
      String text = new String(git.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      if (!git.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("git does not answer");
      }
      return Optional.of(text)
          .filter(_ -> git.exitValue() == 0)
          .filter(printed -> printed.endsWith("\n"))
          .map(printed -> printed.substring(0, printed.length() - 1))
          .filter(line -> !line.isEmpty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git was asked", e);
    } finally {
      git.destroy();
    }
  }
}
