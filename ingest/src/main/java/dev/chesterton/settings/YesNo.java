package dev.chesterton.settings;

/** Values of a switch. */
enum YesNo {
  TRUE, FALSE
}
