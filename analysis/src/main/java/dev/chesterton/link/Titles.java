package dev.chesterton.link;

import dev.chesterton.patch.SubjectParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How near two titles are. Maintainers retitle on applying: they change the prefix, mend a word, follow a rename; most
 * words stay.
 */
public final class Titles {

  /** Below this share of words in common two titles are of two commits, not one title misspelt. */
  private static final double STRANGERS = 0.5;

  private Titles() {}

  /** The title of a subject line, without {@code [PATCH ...]} and {@code Re:}. */
  static String bare(String subject) {
    return SubjectParser.parse(subject).title();
  }

  /** Words in common, counted twice, by the number of words of both (Dice's coefficient), 0 to 1. */
  public static double similarity(String one, String other) {
    List<String> words = words(one);
    List<String> rest = words(other);
    int total = words.size() + rest.size();
    int common = 0;
    for (String word : words) {
      if (rest.remove(word)) {
        common++;
      }
    }
    return total == 0 ? 0 : 2.0 * common / total;
  }

  /** Whether both are one title but for case, signs and white space, or the shorter is the beginning of the longer. */
  public static boolean sameOrCut(String one, String other) {
    List<String> words = words(one);
    List<String> rest = words(other);
    int common = Math.min(words.size(), rest.size());
    return words.subList(0, common).equals(rest.subList(0, common));
  }

  /** Whether nobody would write one for the other: neither the same, nor cut, nor half of the words alike. */
  public static boolean areStrangers(String one, String other) {
    return !sameOrCut(one, other) && similarity(one, other) < STRANGERS;
  }

  /** Runs of letters, digits and {@code _}, in lower case. */
  static List<String> words(String title) {
    List<String> words = new ArrayList<>();
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
