package dev.chesterton.review;

import java.util.Locale;

/** How many there are of something, in words: {@code 1 mail}, {@code 2,345 patches}. */
public final class Counted {
  private Counted() {}

  /**
   * Of a regular noun.
   *
   * @param one the thing in the singular; more words may stand before it
   */
  public static String of(long count, String one) {
    return of(count, one, one + (one.endsWith("tch") ? "es" : "s"));
  }

  /** Followed by the words for one, or for none and several. */
  public static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
