package dev.chesterton.patch;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The keys under which a title is found again: that of its words, and that of its words without the prefix.
 *
 * <p>Who applies a patch changes its prefix more than anything else ({@code btrfs-progs: lib: } to {@code libbtrfs: }),
 * then stops, commas and quotes; so neither counts. Two words alone name no change ({@code fix build}) and are no key
 * without their prefix.
 */
public final class TitleKeys {
  private static final int LEAST_WORDS = 3;

  private TitleKeys() {}

  /**
   * One or two keys.
   *
   * @param title without {@code [PATCH ...]}; of a commit its first line
   */
  public static LineKeys of(String title) {
    String words = words(title);
    String tail = words(title.substring(tailStart(title)));
    boolean names = tail.split(" ").length >= LEAST_WORDS;
    return LineKeys.ofKeys(LongStream.of(LineKey.of(words).value(),
        names ? LineKey.of(tail).value() : LineKey.BLANK.value()));
  }

  /** The key of all its words, prefix and all: equal for versions of one change. */
  public static LineKey whole(String title) {
    return LineKey.of(words(title));
  }

  /** Index behind the last part that ends in a colon and has no space within: {@code net: phy: }. */
  private static int tailStart(String title) {
    int start = 0;
    int colon = title.indexOf(": ");
    while (colon >= 0) {
      start = colon + 2;
      colon = title.indexOf(": ", start);
    }
    return start;
  }

  private static String words(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_]+", " ").strip();
  }
}
