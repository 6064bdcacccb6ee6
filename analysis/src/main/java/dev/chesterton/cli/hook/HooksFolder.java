package dev.chesterton.cli.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where git looks for hooks. */
public final class HooksFolder {
  private final GitProgram git;

  public HooksFolder(Map<String, String> environment) {
    this.git = new GitProgram(environment);
  }

  /**
   * Of the repository a folder is in, {@code core.hooksPath} and other work trees regarded; empty where it is in none.
   *
   * @throws IOException where git cannot be asked
   */
  public Optional<Path> of(Path repository) throws IOException {
    // A relative core.hooksPath is meant from the top of the work tree, where git runs the hook.
    Path top = git.ask(repository, "rev-parse", "--show-toplevel")
        .map(Path::of)
        .orElse(repository);
    return git.ask(top, "rev-parse", "--git-path", "hooks")
        .map(path -> top.resolve(path).normalize());
  }

  /** Of all repositories of the user: what his {@code core.hooksPath} names; empty where he has set none. */
  public Optional<Path> ofUser(Path folder) throws IOException {
    return git.ask(folder, "config", "--global", "--type=path", "--get", "core.hooksPath")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .map(Path::normalize);
  }

  /** Whether the user has told git send-email to ask no hook. */
  public boolean isOff(Path repository) throws IOException {
    return git.ask(repository, "config", "--type=bool", "--get", "sendemail.validate")
        .filter("false"::equals)
        .isPresent();
  }
}
