package dev.chesterton.cli;

/** How a verb ends; the numbers are those of sysexits.h where it has one, and stay as they are. */
public enum ExitCode {
  /** Done, nothing to report. */
  OK(0, "done; nothing to report"),
  /** Findings at or above the chosen severity, or nothing matched. */
  FOUND_OR_NO_MATCH(1, "check: findings at or above --fail-on; search, link, explain: no match"),
  /** Unknown verb or option, missing argument. */
  USAGE(2, "wrong usage"),
  /** Done, but some inputs were skipped and listed. */
  SKIPPED(3, "done, but something was skipped, named on standard error"),
  /** The input is neither mail nor patch. */
  BAD_INPUT(65, "the input is neither mail nor patch"),
  /** The input does not exist. */
  NO_INPUT(66, "the input does not exist"),
  /** A fault of this program. */
  FAULT(70, "a fault of this program"),
  /** Reading or writing failed. */
  IO(74, "reading or writing failed"),
  /** Another process holds the store. */
  LOCKED(75, "another process holds the store"),
  /** A setting is wrong. */
  CONFIG(78, "a setting is wrong");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** For who reads a manual page, in a few words. */
  public String meaning() {
    return meaning;
  }

  public int number() {
    return number;
  }
}
