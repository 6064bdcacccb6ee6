package dev.chesterton.settings;

/** The least severity that makes {@code check} end with 1. */
public enum FailOn {
  ERROR, WARNING, CHECK, NEVER
}
