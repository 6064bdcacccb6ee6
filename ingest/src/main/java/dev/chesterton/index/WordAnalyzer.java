package dev.chesterton.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Words as kernel people search them: runs of letters, digits and {@code _}, so that an identifier is one word, in
 * lower case. Longer runs are cut at 255 characters.
 */
final class WordAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    CharTokenizer words = CharTokenizer.fromTokenCharPredicate(WordAnalyzer::isWordPart);
    return new TokenStreamComponents(words, new LowerCaseFilter(words));
  }

  static boolean isWordPart(int point) {
    return point == '_' || Character.isLetterOrDigit(point);
  }
}
