package dev.chesterton.index;

import dev.chesterton.index.Criterion.All;
import dev.chesterton.index.Criterion.Any;
import dev.chesterton.index.Criterion.Between;
import dev.chesterton.index.Criterion.Label;
import dev.chesterton.index.Criterion.Labelled;
import dev.chesterton.index.Criterion.Not;
import dev.chesterton.index.Criterion.OfKind;
import dev.chesterton.index.Criterion.Part;
import dev.chesterton.index.Criterion.Phrase;
import dev.chesterton.index.Criterion.Prefix;
import dev.chesterton.index.Criterion.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A {@link Criterion} as a Lucene query. No text ever reaches a general query parser. */
final class CriterionQuery {
  private static final Analyzer ANALYZER = new WordAnalyzer();

  private CriterionQuery() {}

  static Query of(Criterion criterion) {
    return switch (criterion) {
      case Words(Part part, String text) -> every(words(text), word -> inPart(part, word));
      case Phrase(Part part, String text) -> phrase(part, words(text));
      case Prefix(Part part, String start) ->
        anyField(part, field -> new PrefixQuery(Fields.term(field, lower(start))));
      case Labelled(Label label, String value) -> new TermQuery(Fields.term(fieldOf(label), value));
      case Between between ->
        LongField.newRangeQuery(Fields.DATE, between.from().getEpochSecond(), between.until()
            .getEpochSecond());
      case OfKind(List<Criterion.Kind> kinds) -> any(kinds.stream()
          .map(kind -> (Query) new TermQuery(new Term(Fields.KIND, kind.name())))
          .toList());
      case All(List<Criterion> parts) -> every(parts, CriterionQuery::of);
      case Any(List<Criterion> parts) -> any(parts.stream().map(CriterionQuery::of).toList());
      case Not(Criterion part) ->
        new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.MUST)
            .add(of(part), BooleanClause.Occur.MUST_NOT)
            .build();
    };
  }

  /** The words of a text as the index has them, at most {@link Criterion#MAX_WORDS}. */
  static List<String> words(String text) {
    return words(text, Criterion.MAX_WORDS);
  }

  /** As above, one more at most, so that a search with too many can be told. */
  static List<String> allWords(String text) {
    return words(text, Criterion.MAX_WORDS + 1);
  }

  private static List<String> words(String text, int max) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("", text)) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (words.size() < max && stream.incrementToken()) {
        words.add(word.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /** As the analyzer does it, character by character: {@code String.toLowerCase} looks at neighbours. */
  static String lower(String word) {
    StringBuilder lower = new StringBuilder(word.length());
    word.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
    return lower.toString();
  }

  private static Query inPart(Part part, String word) {
    return anyField(part, field -> new TermQuery(new Term(field, word)));
  }

  private static Query phrase(Part part, List<String> words) {
    List<Query> inFields = fieldsOf(part).stream()
        .filter(CriterionQuery::hasPositions)
        .map(field -> (Query) new PhraseQuery(field, words.toArray(String[]::new)))
        .toList();
    return words.size() == 1 ? inPart(part, words.getFirst()) : any(inFields);
  }

  private static Query anyField(Part part, Function<String, Query> query) {
    List<String> fields = fieldsOf(part);
    return fields.size() == 1 ? query.apply(fields.getFirst())
        : any(fields.stream().map(query).toList());
  }

  private static <T> Query every(List<T> parts, Function<T, Query> query) {
    if (parts.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.forEach(part -> all.add(query.apply(part), BooleanClause.Occur.MUST));
    return all.build();
  }

  private static Query any(List<Query> queries) {
    if (queries.isEmpty()) {
      return MatchNoDocsQuery.INSTANCE;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, BooleanClause.Occur.SHOULD));
    return any.build();
  }

  private static List<String> fieldsOf(Part part) {
    return switch (part) {
      case ANYWHERE -> List.of(Fields.TITLE, Fields.TEXT, Fields.ADDED_WORD, Fields.REMOVED_WORD);
      case TITLE -> List.of(Fields.TITLE);
      case AUTHOR -> List.of(Fields.AUTHOR);
      case TEXT -> List.of(Fields.TEXT);
      case REMOVED -> List.of(Fields.REMOVED_WORD);
      case ADDED -> List.of(Fields.ADDED_WORD);
    };
  }

  private static boolean hasPositions(String field) {
    return field.equals(Fields.TITLE) || field.equals(Fields.TEXT) || field.equals(Fields.AUTHOR);
  }

  private static String fieldOf(Label label) {
    return switch (label) {
      case MESSAGE_ID -> Fields.MESSAGE_ID;
      case LIST -> Fields.LIST;
      case PATH -> Fields.PATH;
      case TEST -> Fields.TEST;
      case BUG -> Fields.BUG;
      case TRACE -> Fields.TRACE;
      case CITED_COMMIT -> Fields.CITED_COMMIT;
    };
  }
}
