package dev.chesterton.settings;

import java.util.Locale;

/** What the configuration says of one rule: on or off, or on with another severity. */
public enum RuleSwitch {
  ON, OFF, ERROR, WARNING, CHECK;

  /** The words git takes for true and false, and the severities. */
  static RuleSwitch of(Setting setting) {
    return switch (setting.value().strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> ON;
      case "false", "no", "off", "0" -> OFF;
      case "error" -> ERROR;
      case "warning" -> WARNING;
      case "check" -> CHECK;
      default -> throw setting.wrong("one of true, false, error, warning, check");
    };
  }
}
