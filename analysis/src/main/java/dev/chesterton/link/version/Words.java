package dev.chesterton.link.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How near two titles are: words in common by the words of both, 0 to 1. */
final class Words {
  private Words() {}

  static double similarity(String one, String other) {
    List<String> words = of(one);
    List<String> rest = of(other);
    int total = words.size() + rest.size();
    int common = 0;
    for (String word : words) {
      common += rest.remove(word) ? 1 : 0;
    }
    return total == 0 ? 0 : 2.0 * common / total;
  }

  private static List<String> of(String title) {
    List<String> words = new ArrayList<>();
    for (String word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
