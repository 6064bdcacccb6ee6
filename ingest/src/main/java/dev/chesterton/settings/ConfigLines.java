package dev.chesterton.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * On which line of a git-config text each key stands. JGit's reader gives values without lines, and
 * a message without a line makes people search; only messages depend on this.
 */
final class ConfigLines {

  private final Map<String, List<Integer>> linesByKey = new HashMap<>();
  private String section = "";

  ConfigLines(String text) {
    String[] lines = text.split("\n", -1);
    boolean continued = false;
    for (int i = 0; i < lines.length; i++) {
      if (!continued) {
        note(lines[i].strip(), i + 1);
      }
      continued = lines[i].stripTrailing().endsWith("\\");
    }
  }

  /** 1-based; 0 when it cannot be told. */
  int of(ConfigEntry.Name name, int occurrence) {
    List<Integer> lines = linesByKey.getOrDefault(name.canonical(), List.of());
    return occurrence < lines.size() ? lines.get(occurrence) : 0;
  }

  private void note(String line, int number) {
    String rest = line;
    if (line.startsWith("[")) {
      int end = line.indexOf(']', Math.max(0, line.lastIndexOf('"')));
      if (end < 0) {
        return;
      }
      section = line.substring(1, end);
      rest = line.substring(end + 1).strip();
    }
    int length = 0;
    while (length < rest.length() && isNameCharacter(rest.charAt(length))) {
      length++;
    }
    if (length > 0) {
      linesByKey.computeIfAbsent(canonical(rest.substring(0, length)), key -> new ArrayList<>())
          .add(number);
    }
  }

  private String canonical(String name) {
    int quote = section.indexOf('"');
    if (quote < 0) {
      return new ConfigEntry.Name(section.strip(), "", name).canonical();
    }
    String subsection = section.substring(quote + 1, Math.max(quote + 1, section.lastIndexOf('"')));
    return new ConfigEntry.Name(section.substring(0, quote).strip(), subsection, name).canonical();
  }

  private static boolean isNameCharacter(char c) {
    return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
