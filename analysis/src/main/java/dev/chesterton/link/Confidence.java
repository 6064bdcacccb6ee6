package dev.chesterton.link;

import java.util.Locale;

/** How sure a link is; the word on the page is the name in lower case. */
public enum Confidence {
  POSSIBLE, LIKELY, CERTAIN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
