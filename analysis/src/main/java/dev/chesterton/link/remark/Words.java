package dev.chesterton.link.remark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a sentence as cues have them: in lower case, with contractions written out. */
final class Words {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:'\\p{L}+)?");
  private static final Map<String, String> WHOLE = Map.of("can't", "can not", "cannot", "can not",
      "won't", "will not", "shan't", "shall not", "let's", "let us", "dont", "do not", "cant",
      "can not", "doesnt", "does not");
  private static final Map<String, String> ENDINGS = Map.of("n't", "not", "'ll", "will", "'re",
      "are", "'ve", "have", "'m", "am", "'d", "would", "'s", "is");

  private Words() {}

  static List<String> of(String sentence) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(sentence.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (matcher.find()) {
      add(words, matcher.group());
    }
    return words;
  }

  private static void add(List<String> words, String word) {
    String whole = WHOLE.get(word);
    if (whole != null) {
      words.addAll(List.of(whole.split(" ")));
      return;
    }
    int end = word.endsWith("n't") ? word.length() - 3 : word.indexOf('\'');
    String written = end < 0 ? null : ENDINGS.get(word.substring(end));
    words.add(written == null ? word : word.substring(0, end));
    if (written != null) {
      words.add(written);
    }
  }
}
