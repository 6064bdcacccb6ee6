package dev.chesterton.link;

import java.util.Locale;

/** How sure a link is; the word on the page is the name in lower case. */
public enum Confidence {
  POSSIBLE(0), LIKELY(0.4), CERTAIN(0.95);

  private final double least;

  Confidence(double least) {
    this.least = least;
  }

  /** The least score with this word, 0 to 1; docs/linking.md tells how the bounds were found. */
  public double least() {
    return least;
  }

  static Confidence of(double score) {
    return score >= CERTAIN.least ? CERTAIN : score >= LIKELY.least ? LIKELY : POSSIBLE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
