package dev.chesterton.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.api.Test;

class WordStreamTest {
  private static final Random RANDOM = Seed.printed("WordStreamTest");

  /** Words, ends of words, and what grows or shrinks in lower case or in UTF-8. */
  private static final List<String> PIECES = List.of("a", "Z", "_", "0", "9", " ", "\n", ".", "->",
      "é", "É", "İ", "Ⱥ", "\u212a", "ß", "漢", "\u0661", "\ud835\udc00", "\ud801\udc00", "\ud800",
      "\udc00", "\u00a0", "cairnfs_write", "x".repeat(130), "Ⱥ".repeat(90), "\u0000");

  @Test
  void wordsOfATextAreThoseOfTheAnalyzer() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      String text = text();
      assertThat(words(WordStream.ofText(text))).as(text).isEqualTo(analyzed(text));
    }
  }

  @Test
  void identifiersAreWordsOfThreeTo255CharactersThatBeginWithNoDigit() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      List<String> lines = List.of(text(), text());
      List<String> expected = new ArrayList<>();
      lines.forEach(line -> expected.addAll(identifiers(line)));
      assertThat(words(WordStream.ofIdentifiers(lines))).as("%s", lines).isEqualTo(expected);
    }
  }

  @Test
  void streamCanBeReadAgain() throws IOException {
    WordStream stream = WordStream.ofText("one two");
    assertThat(words(stream)).containsExactly("one", "two");
    assertThat(words(stream)).containsExactly("one", "two");
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    int pieces = RANDOM.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(RANDOM.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** By code points and strings, slowly. */
  private static List<String> identifiers(String line) {
    List<String> identifiers = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int point : (line + " ").codePoints().toArray()) {
      if (WordAnalyzer.isWordPart(point)) {
        word.appendCodePoint(point);
        continue;
      }
      boolean fits = word.length() >= 3 && word.length() <= 255
          && !Character.isDigit(word.codePointAt(0));
      if (fits) {
        identifiers.add(CriterionQuery.lower(word.toString()));
      }
      word.setLength(0);
    }
    return identifiers;
  }

  private static List<String> analyzed(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (Analyzer analyzer = new WordAnalyzer();
        TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
    }
    return words;
  }

  private static List<String> words(TokenStream stream) throws IOException {
    TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
    List<String> words = new ArrayList<>();
    stream.reset();
    while (stream.incrementToken()) {
      words.add(term.getBytesRef().utf8ToString());
    }
    return words;
  }
}
