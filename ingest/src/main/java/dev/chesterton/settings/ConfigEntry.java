package dev.chesterton.settings;

import java.util.Locale;

/**
 * One {@code key = value} of a git-config file.
 *
 * @param line 1-based; 0 when it cannot be told
 */
record ConfigEntry(Name name, String value, int line) {

  /**
   * Where a key stands; git tells upper from lower case in the subsection only.
   *
   * @param subsection what stands in quotes behind the section; empty where nothing does
   */
  record Name(String section, String subsection, String key) {

    String canonical() {
      return section.toLowerCase(Locale.ROOT) + "." + subsection + "."
          + key.toLowerCase(Locale.ROOT);
    }

    boolean isInSection(String other) {
      return section.equalsIgnoreCase(other);
    }

    /** As {@code git config} writes it: {@code section.subsection.key}. */
    String dotted() {
      return section + "." + tail();
    }

    /** The same without the section. */
    String tail() {
      return subsection.isEmpty() ? key : subsection + "." + key;
    }
  }
}
