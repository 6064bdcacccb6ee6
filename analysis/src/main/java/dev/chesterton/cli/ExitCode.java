package dev.chesterton.cli;

/** How a verb ends; the numbers are those of sysexits.h where it has one, and stay as they are. */
public enum ExitCode {
  /** Done, nothing to report. */
  OK(0),
  /** Findings at or above the chosen severity, or nothing matched. */
  FOUND_OR_NO_MATCH(1),
  /** Unknown verb or option, missing argument. */
  USAGE(2),
  /** Done, but some inputs were skipped and listed. */
  SKIPPED(3),
  /** The input is neither mail nor patch. */
  BAD_INPUT(65),
  /** The input does not exist. */
  NO_INPUT(66),
  /** A fault of this program. */
  FAULT(70),
  /** Reading or writing failed. */
  IO(74),
  /** Another process holds the store. */
  LOCKED(75),
  /** A setting is wrong. */
  CONFIG(78);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
