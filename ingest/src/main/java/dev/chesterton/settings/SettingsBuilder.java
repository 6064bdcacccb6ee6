package dev.chesterton.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From single settings, the last word last, to the one record. */
final class SettingsBuilder {

  private static final int MAX_PORT = 65_535;
  private static final int MAX_STALE_HOURS = 100_000;
  private static final int MAX_HOOK_SECONDS = 3_600;

  private final Surroundings surroundings;
  private final List<Setting> inForce;

  SettingsBuilder(Surroundings surroundings, List<Setting> settings) {
    this.surroundings = surroundings;
    this.inForce = inForce(settings);
  }

  Settings build(List<String> disregarded) {
    return new Settings(path(one(SettingKey.STORE)),
        set(SettingKey.REPO).map(this::path),
        many(SettingKey.LIST).map(Setting::value).toList(),
        archives(), trees(), rules(), check(), pages(), limits(), notes(), inForce, disregarded);
  }

  private List<ArchiveSettings> archives() {
    return subjects(SettingKey.ARCHIVE_PATH, SettingKey.ARCHIVE_URL).stream()
        .map(name -> new ArchiveSettings(name,
            set(SettingKey.ARCHIVE_PATH, name).map(this::path),
            set(SettingKey.ARCHIVE_URL, name).map(setting -> setting.asAddress("http", "https"))))
        .toList();
  }

  private List<TreeSettings> trees() {
    return subjects(SettingKey.TREE_PATH, SettingKey.TREE_BRANCH).stream().map(this::tree).toList();
  }

  private TreeSettings tree(String name) {
    List<Setting> branches = many(SettingKey.TREE_BRANCH)
        .filter(setting -> setting.subject().equals(name))
        .toList();
    Setting path = set(SettingKey.TREE_PATH, name).orElseThrow(() -> new SettingsException(
        "%s: tree '%s' has a branch but no path, set chesterton.tree.%s.path"
            .formatted(branches.getFirst().origin().place(), name, name)));
    return new TreeSettings(name, path(path),
        branches.stream().map(Setting::value).distinct().toList());
  }

  private RuleSettings rules() {
    return new RuleSettings(
        many(SettingKey.RULE)
            .collect(Collectors.toMap(Setting::subject, RuleSwitch::of)),
        many(SettingKey.RULES_DIR).map(this::path).toList(),
        one(SettingKey.FAIL_ON).asWord(FailOn.class));
  }

  private CheckSettings check() {
    return new CheckSettings(
        set(SettingKey.CHECK_SERVER).map(setting -> setting.asAddress("http", "https")),
        one(SettingKey.HOOK_STRICT).asWord(YesNo.class) == YesNo.TRUE,
        Duration.ofSeconds(one(SettingKey.HOOK_TIMEOUT).asNumber(1, MAX_HOOK_SECONDS)));
  }

  private PageSettings pages() {
    Setting listen = one(SettingKey.LISTEN);
    int colon = listen.value().lastIndexOf(':');
    if (colon < 1) {
      throw listen.wrong("HOST:PORT");
    }
    Setting port = new Setting(listen.key(), listen.subject(), listen.value().substring(colon + 1),
        listen.origin());
    return new PageSettings(listen.value().substring(0, colon), port.asNumber(0, MAX_PORT),
        set(SettingKey.BASE_URL).map(setting -> setting.asAddress("http", "https")),
        one(SettingKey.STALE_HOURS).asNumber(1, MAX_STALE_HOURS),
        one(SettingKey.MCP).asWord(YesNo.class) == YesNo.TRUE,
        one(SettingKey.THEME).asWord(Theme.class));
  }

  private NotesSettings notes() {
    return new NotesSettings(NotesSettings.beside(path(one(SettingKey.STORE))),
        set(SettingKey.NOTES_URL).map(NotesSettings::address),
        set(SettingKey.NOTES_USER).map(Setting::value),
        set(SettingKey.NOTES_PASSWORD_FILE).map(this::path));
  }

  private Limits limits() {
    return new Limits(
        one(SettingKey.MAX_MESSAGE).asNumber(Limits.LEAST_MESSAGE_BYTES, Integer.MAX_VALUE),
        one(SettingKey.JOBS).asNumber(0, Limits.MOST_JOBS),
        Stream.of(SettingKey.values())
            .filter(SettingKey::isLimit)
            .collect(Collectors.toMap(key -> key, key -> key.numberIn(one(key)))));
  }

  private Path path(Setting setting) {
    return setting.asPath(surroundings.home());
  }

  private Setting one(SettingKey key) {
    return set(key).orElseThrow();
  }

  private Optional<Setting> set(SettingKey key) {
    return set(key, "");
  }

  private Optional<Setting> set(SettingKey key, String subject) {
    return many(key).filter(setting -> setting.subject().equals(subject)).findFirst();
  }

  private Stream<Setting> many(SettingKey key) {
    return inForce.stream().filter(setting -> setting.key() == key);
  }

  private SortedSet<String> subjects(SettingKey... keys) {
    return Stream.of(keys)
        .flatMap(this::many)
        .map(Setting::subject)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The last of each key, of the many-valued ones all since the last empty one, and defaults. */
  private List<Setting> inForce(List<Setting> settings) {
    List<Setting> counted = new ArrayList<>();
    for (SettingKey key : SettingKey.values()) {
      List<Setting> ofKey = settings.stream().filter(setting -> setting.key() == key).toList();
      List<Setting> kept = key.isMany() ? sinceReset(ofKey) : lastOfEach(ofKey);
      counted.addAll(kept.isEmpty() && ofKey.isEmpty() ? standard(key) : kept);
    }
    return List.copyOf(counted);
  }

  /** An empty one resets those of its own subject. */
  private static List<Setting> sinceReset(List<Setting> settings) {
    List<Setting> kept = new ArrayList<>();
    for (Setting setting : settings) {
      if (setting.value().isEmpty()) {
        kept.removeIf(other -> other.subject().equals(setting.subject()));
      } else {
        kept.add(setting);
      }
    }
    return kept;
  }

  private static List<Setting> lastOfEach(List<Setting> settings) {
    TreeMap<String, Setting> last = new TreeMap<>();
    settings.forEach(setting -> last.put(setting.subject(), setting));
    return List.copyOf(last.values());
  }

  private List<Setting> standard(SettingKey key) {
    if (key.hasSubject() || key.standard().isEmpty()) {
      return List.of();
    }
    String value = key.standard()
        .replace("$XDG_DATA_HOME", surroundings.dataHome().toString())
        .replace("$XDG_CONFIG_HOME", surroundings.configHome().toString());
    return List.of(new Setting(key, "", value, new Origin.Default(surroundings.home())));
  }
}
