package dev.chesterton.cli.hook;

/** What becomes of a mail. */
public enum Decision {
  /** Nothing stands against it, or there is nothing to say yet. */
  PASS(0),
  /** Findings at or above {@code chesterton.failOn}: nothing of the series is sent. */
  STOP(20),
  /** It could not be checked, and goes all the same. */
  LET_GO(21),
  /** It could not be checked, and the user wants such mail held back. */
  HELD(22);

  private final int code;

  Decision(int code) {
    this.code = code;
  }

  /**
   * Exit code of {@link HookMain} for the launcher, which gives git 0 or 1. A JVM that cannot start ends with 1: none of
   * these may be that.
   */
  int code() {
    return code;
  }

  /** Whether git goes on. */
  public boolean isSent() {
    return this == PASS || this == LET_GO;
  }
}
