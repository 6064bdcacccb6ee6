package dev.chesterton.settings;

/** Colours of the pages; {@code AUTO} is what the reader's browser prefers. */
public enum Theme {
  AUTO, LIGHT, DARK
}
