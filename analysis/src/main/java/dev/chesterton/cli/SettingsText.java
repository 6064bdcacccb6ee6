package dev.chesterton.cli;

import dev.chesterton.settings.Origin;
import dev.chesterton.settings.Setting;
import dev.chesterton.settings.SettingKey;
import dev.chesterton.settings.Settings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings as text: what each means, its value, and where the value comes from. */
final class SettingsText {
  private static final String HEAD = """
      Settings are read from $XDG_CONFIG_HOME/chesterton/config (or --config-file), then from
      the user's git configuration (git config --global chesterton.KEY VALUE), then from
      --config KEY=VALUE; the last one counts. A repository's own configuration is asked for
      rule.* and failOn only. In our own file [archive "NAME"], [tree "NAME"] and [rule] may
      stand without chesterton in front. config/chesterton.config has them all to copy.

      """;

  private SettingsText() {}

  static String of(Settings settings) {
    return HEAD + Stream.of(SettingKey.values())
        .map(key -> entry(key, settings.inForce()))
        .collect(Collectors.joining())
        + disregarded(settings.disregarded());
  }

  private static String entry(SettingKey key, List<Setting> inForce) {
    List<Setting> values = inForce.stream().filter(setting -> setting.key() == key).toList();
    return "chesterton." + key.template() + "\n    " + key.meaning() + "\n"
        + standard(key)
        + values.stream()
            .filter(setting -> !(setting.origin() instanceof Origin.Default))
            .map(SettingsText::value)
            .collect(Collectors.joining());
  }

  private static String standard(SettingKey key) {
    return "    default: " + (key.standard().isEmpty() ? "none" : key.standard()) + "\n";
  }

  private static String value(Setting setting) {
    return "    now: " + (setting.key().template().equals(setting.name())
        ? ""
        : setting.name() + " = ") + setting.value() + "    (" + setting.origin().place() + ")\n";
  }

  private static String disregarded(List<String> lines) {
    return lines.stream().map(line -> "W: " + line + "\n").collect(Collectors.joining());
  }
}
