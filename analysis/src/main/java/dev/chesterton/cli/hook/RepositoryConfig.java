package dev.chesterton.cli.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The configuration of the repository that mail is sent from, of which the settings obey rules and {@code failOn} alone. */
final class RepositoryConfig {
  private static final int MOST_BYTES = 4096;

  private RepositoryConfig() {}

  /** Git exports {@code GIT_DIR} to the hook; in another work tree of the repository that folder names the common one. */
  static Optional<Path> of(Map<String, String> environment, Path directory) throws IOException {
    String named = environment.get("GIT_DIR");
    if (named == null) {
      return Optional.empty();
    }
    Path folder = directory.resolve(named);
    Path common = folder.resolve("commondir");
    Path holder = Files.isRegularFile(common) && Files.size(common) < MOST_BYTES
        ? folder.resolve(Files.readString(common).strip())
        : folder;
    return Optional.of(holder.resolve("config").normalize()).filter(Files::isRegularFile);
  }
}
