package dev.chesterton.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the configuration: our own file, the user's git configuration, the
 * repository's own, then single keys of the command line. The later one wins; keys that may be
 * given many times add up.
 *
 * <p>Includes are not followed, and nothing that is named is opened, run or contacted.
 */
public final class SettingsReader {

  private static final String SECTION = "chesterton";
  /** Sections that our own file may write without {@code chesterton} in front. */
  private static final Set<String> OWN_SECTIONS = Set.of("archive", "tree", "rule", "limit",
      "notes");

  private final Surroundings surroundings;

  public SettingsReader(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Reads it all.
   *
   * @param configFile in place of {@code $XDG_CONFIG_HOME/chesterton/config}; must exist
   * @param repositoryConfig the {@code config} file of the repository worked in; only
   *     {@code rule.*} and {@code failOn} of it are obeyed
   * @param overrides {@code key=value} each, with or without {@code chesterton.} in front
   * @throws SettingsException a key is unknown or a value does not fit; names the place in one line
   */
  public Settings read(Optional<Path> configFile, Optional<Path> repositoryConfig,
      List<String> overrides) {
    List<Setting> settings = new ArrayList<>();
    List<String> disregarded = new ArrayList<>();
    ownFile(configFile).ifPresent(file -> addOwn(settings, file));
    userGitFiles().forEach(file -> addUserGit(settings, file));
    repositoryConfig.filter(Files::exists)
        .ifPresent(file -> addRepository(settings, file, disregarded));
    overrides.forEach(override -> settings.add(override(override)));
    return new SettingsBuilder(surroundings, settings).build(disregarded);
  }

  private Optional<Path> ownFile(Optional<Path> configFile) {
    return configFile.map(surroundings.workingFolder()::resolve)
        .or(() -> Optional.of(surroundings.configHome().resolve("chesterton/config"))
            .filter(Files::exists));
  }

  /** As git-config(1), FILES: the XDG file first, so that {@code ~/.gitconfig} wins. */
  private List<Path> userGitFiles() {
    List<Path> files = surroundings.folder("GIT_CONFIG_GLOBAL")
        .map(List::of)
        .orElse(List.of(surroundings.configHome().resolve("git/config"),
            surroundings.home().resolve(".gitconfig")));
    return files.stream().filter(Files::isRegularFile).toList();
  }

  private static void addOwn(List<Setting> settings, Path path) {
    for (ConfigEntry entry : ConfigFile.read(path).entries()) {
      ConfigEntry.Name name = entry.name();
      boolean isShort = OWN_SECTIONS.contains(name.section());
      if (!isShort && !name.isInSection(SECTION)) {
        throw new SettingsException(
            "%s: unknown section [%s], known are %s, archive, limit, notes, rule and tree"
                .formatted(new Origin.InFile(path, entry.line()).place(), name.section(), SECTION));
      }
      settings.add(setting(path, entry, isShort ? name.dotted() : name.tail()));
    }
  }

  private static void addUserGit(List<Setting> settings, Path path) {
    ConfigFile.read(path)
        .entries()
        .stream()
        .filter(entry -> entry.name().isInSection(SECTION))
        .forEach(entry -> settings.add(setting(path, entry, entry.name().tail())));
  }

  private static void addRepository(List<Setting> settings, Path path, List<String> disregarded) {
    for (ConfigEntry entry : ConfigFile.read(path).entries()) {
      if (!entry.name().isInSection(SECTION)) {
        continue;
      }
      Setting setting = setting(path, entry, entry.name().tail());
      if (setting.key().isForRepository()) {
        settings.add(setting);
      } else {
        disregarded.add("%s: chesterton.%s is not obeyed in a repository's own configuration"
            .formatted(setting.origin().place(), setting.name()));
      }
    }
  }

  private Setting override(String override) {
    int equals = override.indexOf('=');
    if (equals < 0) {
      throw new SettingsException("--config '%s': write it as key=value".formatted(override));
    }
    String key = override.substring(0, equals).strip();
    String prefix = SECTION + ".";
    return KeyFinder.find(key.startsWith(prefix) ? key.substring(prefix.length()) : key,
        override.substring(equals + 1), new Origin.CommandLine(surroundings.workingFolder()));
  }

  private static Setting setting(Path path, ConfigEntry entry, String key) {
    return KeyFinder.find(key, entry.value(), new Origin.InFile(path, entry.line()));
  }
}
