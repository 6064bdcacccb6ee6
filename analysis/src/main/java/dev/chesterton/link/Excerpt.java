package dev.chesterton.link;

/**
 * Words of a mail or commit message, with their place.
 *
 * @param source who says so
 * @param line 1-based, in the text of the mail or the message of the commit
 * @param words as they stand there, white space folded, at most {@link #MAX_CHARS} characters
 */
public record Excerpt(Anchor source, int line, String words) {

  /** Two lines of a page. */
  public static final int MAX_CHARS = 240;

  public Excerpt {
    String folded = words.strip().replaceAll("\\s+", " ");
    words = folded.length() <= MAX_CHARS ? folded : folded.substring(0, MAX_CHARS - 3) + "...";
  }
}
