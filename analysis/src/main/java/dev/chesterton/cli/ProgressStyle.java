package dev.chesterton.cli;

/** How progress is shown; the names are what users write. */
enum ProgressStyle {
  /** A bar where standard error is a terminal, else plain. */
  auto,
  /** One line, drawn again and again. */
  bar,
  /** A line from time to time, for logs. */
  plain, none;

  /** The style behind {@code auto}. */
  ProgressStyle on(boolean terminal) {
    return this == auto ? terminal ? bar : plain : this;
  }
}
