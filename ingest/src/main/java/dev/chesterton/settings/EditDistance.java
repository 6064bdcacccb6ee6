package dev.chesterton.settings;

import java.util.Locale;

/** How far a word somebody wrote is from one that is known. */
public final class EditDistance {

  /** Longer words are compared by their beginning. */
  private static final int MAX_CHARS = 200;

  private EditDistance() {}

  /**
   * Levenshtein's distance: the fewest insertions, deletions and replacements of a character that turn one into the
   * other; upper and lower case are alike.
   */
  public static int between(String one, String other) {
    String from = head(one);
    String to = head(other);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }

  private static String head(String text) {
    return text.substring(0, Math.min(MAX_CHARS, text.length())).toLowerCase(Locale.ROOT);
  }
}
