package dev.chesterton.settings;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Written keys to {@link SettingKey}s, and for one that nobody knows the nearest that somebody
 * does.
 */
final class KeyFinder {

  /**
   * The setting a written key stands for.
   *
   * @param written without {@code chesterton.} in front: {@code archive.linux-erofs.path} */
  static Setting find(String written, String value, Origin origin) {
    for (SettingKey key : SettingKey.values()) {
      Optional<String> subject = key.subjectIn(written);
      if (subject.isPresent()) {
        return setting(key, subject.get(), value, origin);
      }
    }
    throw new SettingsException("%s: unknown key 'chesterton.%s', the nearest known one is '%s'"
        .formatted(origin.place(), written, nearest(written)));
  }

  private static Setting setting(SettingKey key, String subject, String value, Origin origin) {
    if (key.hasSubject() && !ArchiveSettings.isName(subject)) {
      throw new SettingsException(
          "%s: '%s' cannot be a name in chesterton.%s, take letters, digits, '.', '_' and '-'"
              .formatted(origin.place(), subject, key.template()));
    }
    // git does not tell upper from lower case where a rule's id stands, so nor can we.
    String folded = key == SettingKey.RULE ? subject.toLowerCase(Locale.ROOT) : subject;
    return new Setting(key, folded, value, origin);
  }

  private static String nearest(String written) {
    String[] parts = written.split("\\.", -1);
    String subject = parts.length < 2
        ? "<name>"
        : written.substring(parts[0].length() + 1,
            parts.length == 2 ? written.length() : written.lastIndexOf('.'));
    return Stream.of(SettingKey.values())
        .map(key -> "chesterton." + key.with(subject))
        .min(Comparator.comparingInt(
            candidate -> EditDistance.between(candidate, "chesterton." + written)))
        .orElseThrow();
  }

  private KeyFinder() {}
}
