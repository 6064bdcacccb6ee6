package dev.chesterton.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * A file in git-config syntax, read as text: JGit's plain {@code Config} follows no include and
 * opens nothing else.
 *
 * @param entries values of one key stand in the order of the file
 */
record ConfigFile(Path path, List<ConfigEntry> entries) {

  /** A configuration file longer than this is a mistake; git sets no limit of its own. */
  static final int MAX_BYTES = 1 << 20;

  /** Git reads a key on the line of its section header; JGit passes it over in silence. */
  private static final Pattern KEY_BESIDE_HEADER = Pattern
      .compile("(?m)^([ \\t]*\\[[^]\"\\n]*(?:\"[^\"\\n]*\")?[ \\t]*])[ \\t]*([A-Za-z])");

  static ConfigFile read(Path path) {
    String text = text(path);
    try {
      Config config = new Config();
      config.fromText(KEY_BESIDE_HEADER.matcher(text).replaceAll("$1\n$2"));
      return new ConfigFile(path, entries(config, new ConfigLines(text)));
    } catch (ConfigInvalidException e) {
      throw new SettingsException(
          "%s: not in git-config syntax: %s".formatted(path, oneLine(e)), e);
    }
  }

  private static String text(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new SettingsException(
          "cannot open '%s': %s".formatted(path,
              Files.exists(path) ? "not a file" : "no such file"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new SettingsException(
            "%s: longer than %d bytes, not a configuration file".formatted(path, MAX_BYTES));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SettingsException("cannot open '%s': %s".formatted(path, oneLine(e)),
          e);
    }
  }

  private static List<ConfigEntry> entries(Config config, ConfigLines lines) {
    List<ConfigEntry> entries = new ArrayList<>();
    for (String section : config.getSections()) {
      for (String key : config.getNames(section)) {
        addAll(entries, new ConfigEntry.Name(section, "", key),
            config.getStringList(section, null, key), lines);
      }
      for (String subsection : config.getSubsections(section)) {
        for (String key : config.getNames(section, subsection)) {
          addAll(entries, new ConfigEntry.Name(section, subsection, key),
              config.getStringList(section, subsection, key), lines);
        }
      }
    }
    return entries;
  }

  private static void addAll(List<ConfigEntry> entries, ConfigEntry.Name name,
      @Nullable String[] values, ConfigLines lines) {
    for (int i = 0; i < values.length; i++) {
      // JGit tells "key" (true) from "key =" (empty) by a marker and a null.
      String value = Optional.ofNullable(values[i]).orElse("");
      entries.add(
          new ConfigEntry(name, Config.isMissing(value) ? "true" : value, lines.of(name, i)));
    }
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
