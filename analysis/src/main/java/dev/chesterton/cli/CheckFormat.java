package dev.chesterton.cli;

/** The forms of {@code check}, by the names that users write; docs/check.md describes them. */
enum CheckFormat {
  text, terse, json, jsonl, sarif, b4, b4lines, patchwork;

  /** Whether b4 reads it, so that nothing else may be printed whatever happens. */
  boolean isForB4() {
    return this == b4 || this == b4lines;
  }
}
