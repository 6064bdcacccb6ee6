package dev.chesterton.link;

import java.util.Locale;

/** What became of an objection or a question, as far as the mails at hand tell. */
public enum Fate {
  /** Nobody took it up. */
  OPEN("not answered"),
  /** Somebody quotes it and writes below. */
  ANSWERED("answered"),
  /** The author of the patch gives in to it. */
  AGREED("the author agrees"),
  /** Who said it takes it back, or gives the patch his tag afterwards. */
  WITHDRAWN("withdrawn");

  private final String words;

  Fate(String words) {
    this.words = words;
  }

  /** For JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  public String words() {
    return words;
  }
}
