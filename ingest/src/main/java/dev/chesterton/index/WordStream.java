package dev.chesterton.index;

import dev.chesterton.change.DiffLine;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The identifiers of changed lines, each once, as Lucene terms. */
final class WordStream extends TokenStream {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 255;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final Set<String> words;
  private Iterator<String> rest;

  WordStream(Stream<DiffLine> lines) {
    words = new TreeSet<>();
    lines.forEach(line -> collect(line.text(), words));
    rest = words.iterator();
  }

  private static void collect(String text, Set<String> words) {
    int start = -1;
    int width;
    for (int i = 0; i < text.length(); i += width) {
      int point = text.codePointAt(i);
      width = Character.charCount(point);
      boolean inside = WordAnalyzer.isWordPart(point);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        add(text.substring(start, i), words);
        start = -1;
      }
    }
    if (start >= 0) {
      add(text.substring(start), words);
    }
  }

  private static void add(String word, Set<String> words) {
    if (word.length() >= SHORTEST && word.length() <= LONGEST
        && !Character.isDigit(word.charAt(0))) {
      words.add(CriterionQuery.lower(word));
    }
  }

  @Override
  public void reset() {
    rest = words.iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!rest.hasNext()) {
      return false;
    }
    clearAttributes();
    term.setEmpty().append(rest.next());
    return true;
  }
}
