package dev.chesterton.settings;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which rules run, and what their findings do.
 *
 * @param switches by rule id in lower case; a rule that is not in it runs as it is written
 * @param folders of further rules, absolute; they need not exist
 */
public record RuleSettings(Map<String, RuleSwitch> switches, List<Path> folders, FailOn failOn) {
  public RuleSettings {
    switches = Collections.unmodifiableMap(new TreeMap<>(switches));
    folders = List.copyOf(folders);
  }
}
