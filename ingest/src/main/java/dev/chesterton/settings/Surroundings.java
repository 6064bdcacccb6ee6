package dev.chesterton.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the program was started in; handed in, so that nothing here asks the machine.
 *
 * @param environment variables by name; {@code XDG_CONFIG_HOME}, {@code XDG_DATA_HOME},
 *     {@code XDG_CACHE_HOME} and {@code GIT_CONFIG_GLOBAL} are looked at
 * @param home folder of the user, absolute
 * @param workingFolder relative paths of {@code --config} are meant from here, absolute
 */
public record Surroundings(Map<String, String> environment, Path home, Path workingFolder) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  Path configHome() {
    return folder("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
  }

  Path dataHome() {
    return folder("XDG_DATA_HOME").orElse(home.resolve(".local/share"));
  }

  /** Where files lie that can be made again at any time; our own are in a folder of it. */
  public Path cacheHome() {
    return folder("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
  }

  /** A file or folder a variable names; the XDG specification has relative ones ignored. */
  Optional<Path> folder(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> value.startsWith("/"))
        .map(Path::of);
  }
}
