package dev.chesterton.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration, read once and handed down.
 *
 * @param store folder of index, reviews and mirrored epochs, absolute; it need not exist
 * @param repo code repository asked when none is named, absolute
 * @param lists mailing lists looked at when none is named
 * @param archives in the order of their names
 * @param trees in the order of their names
 * @param check whom check asks, and what the send hook does
 * @param notes where readers' notes lie, outside of the store
 * @param inForce each value that counts, with its place, in the order of {@link SettingKey};
 *     defaults too
 * @param disregarded what a repository's own configuration may not set but tried to, one line each
 */
public record Settings(Path store, Optional<Path> repo, List<String> lists,
    List<ArchiveSettings> archives, List<TreeSettings> trees, RuleSettings rules,
    CheckSettings check, PageSettings pages, Limits limits, NotesSettings notes,
    List<Setting> inForce,
    List<String> disregarded) {

  public Settings {
    lists = List.copyOf(lists);
    archives = List.copyOf(archives);
    trees = List.copyOf(trees);
    inForce = List.copyOf(inForce);
    disregarded = List.copyOf(disregarded);
  }

  /** Somebody has said where the store lies; one that is not there is then a mistake. */
  public boolean isStoreNamed() {
    return origin(SettingKey.STORE).filter(Origin.Default.class::isInstance).isEmpty();
  }

  /** Where the value of a key without a subject comes from; empty where it has none. */
  public Optional<Origin> origin(SettingKey key) {
    return inForce.stream()
        .filter(setting -> setting.key() == key)
        .map(Setting::origin)
        .findFirst();
  }
}
