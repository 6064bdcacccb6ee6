package dev.chesterton.finding;

import java.util.Locale;

/** How much a finding asks for attention; checkpatch's words. */
public enum Severity {
  /** Something to look at when there is time. */
  CHECK,
  /** A reason is on record: a patch with one of these is flagged. */
  WARNING,
  /** Certainly wrong. */
  ERROR;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
