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
