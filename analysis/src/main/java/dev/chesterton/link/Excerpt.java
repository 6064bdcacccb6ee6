package dev.chesterton.link;

import java.time.Instant;
import java.util.Comparator;

/**
 * Words of a mail or commit message, with their place.
 *
 * @param source who says so
 * @param line 1-based, in the text of the mail or the message of the commit
 * @param words as they stand there, white space folded, at most {@link #MAX_CHARS} characters
 */
public record Excerpt(Anchor source, int line, String words) {

  /** By date, then by source and line; a source without a date comes first. */
  public static final Comparator<Excerpt> BY_DATE = Comparator
      .comparing((Excerpt excerpt) -> excerpt.source().instant().orElse(Instant.MIN))
      .thenComparing(excerpt -> excerpt.source().key())
      .thenComparingInt(Excerpt::line);

  /** Two lines of a page. */
  public static final int MAX_CHARS = 240;

  public Excerpt {
    String folded = words.strip().replaceAll("\\s+", " ");
    words = folded.length() <= MAX_CHARS ? folded : cut(folded) + "...";
  }

  /** Not between the two halves of a character outside of the basic plane. */
  private static String cut(String text) {
    int end = MAX_CHARS - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
