package dev.chesterton.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one question as the index has them: where each stands in each segment, found in one pass over the keys in
 * the order of the dictionary, common ones left out.
 */
final class SoughtLines {

  /** Lines of one side that are looked up: of the first import of a tree, a sample. Which ones chance decides, as keys are hashes. */
  private static final int MOST_LINES = 20_000;

  /** Documents looked at for one question, those of the rarest lines first: some milliseconds. */
  private static final int MOST_MATCHES = 1_000_000;

  private final IndexReader reader;
  private final List<Line> lines = new ArrayList<>();

  private SoughtLines(IndexReader reader) {
    this.reader = reader;
  }

  static SoughtLines of(LineQuery query, IndexReader reader) throws IOException {
    SoughtLines sought = new SoughtLines(reader);
    sought.look(Fields.ADDED_KEY, query.inAdded().stream().iterator());
    sought.look(Fields.REMOVED_KEY, query.inRemoved().stream().iterator());
    return sought;
  }

  /** One side of a segment's dictionary. */
  private record Dictionary(LeafReaderContext leaf, TermsEnum terms) {}

  /** A line in one segment. */
  private record Place(Dictionary dictionary, TermState state, int documents) {}

  private record Line(long key, int documents, List<Place> places) {}

  private void look(String field, PrimitiveIterator.OfLong keys) throws IOException {
    List<Dictionary> dictionaries = dictionaries(field);
    for (int i = 0; i < MOST_LINES && keys.hasNext(); i++) {
      Line line = line(keys.nextLong(), dictionaries);
      if (!isCommon(line)) {
        lines.add(line);
      }
    }
  }

  private List<Dictionary> dictionaries(String field) throws IOException {
    List<Dictionary> dictionaries = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        dictionaries.add(new Dictionary(leaf, terms.iterator()));
      }
    }
    return dictionaries;
  }

  private static Line line(long key, List<Dictionary> dictionaries) throws IOException {
    BytesRef term = LineKeyStream.term(key);
    List<Place> places = new ArrayList<>(1);
    int documents = 0;
    for (Dictionary dictionary : dictionaries) {
      if (dictionary.terms().seekExact(term)) {
        int inSegment = dictionary.terms().docFreq();
        documents += inSegment;
        places.add(new Place(dictionary, dictionary.terms().termState(), inSegment));
      }
    }
    return new Line(key, documents, places);
  }

  /** Lucene goes on listing what was deleted; only where that might decide is it counted. */
  private static boolean isCommon(Line line) throws IOException {
    if (line.documents() <= LineQuery.COMMON) {
      return false;
    }
    int live = 0;
    for (Place place : line.places()) {
      live += place.dictionary().leaf().reader().hasDeletions()
          ? live(line.key(), place)
          : place.documents();
    }
    return live > LineQuery.COMMON;
  }

  private static int live(long key, Place place) throws IOException {
    LineMatches counted = new LineMatches(new long[]{key});
    collect(key, place, 0, counted);
    return counted.count();
  }

  /** All that have the lines, rarest first as long as there is room. */
  LineMatches matches() throws IOException {
    // Numbered in the order of keys: sums must not depend on what Lucene still lists.
    LineMatches matches = new LineMatches(lines.stream().mapToLong(Line::key).toArray());
    int[] rarestFirst = IntStream.range(0, lines.size())
        .boxed()
        .sorted(Comparator.comparingInt(number -> lines.get(number).documents()))
        .mapToInt(Integer::intValue)
        .toArray();
    for (int i = 0; i < rarestFirst.length && matches.count() < MOST_MATCHES; i++) {
      Line line = lines.get(rarestFirst[i]);
      for (Place place : line.places()) {
        collect(line.key(), place, rarestFirst[i], matches);
      }
    }
    return matches;
  }

  private static void collect(long key, Place place, int number, LineMatches matches)
      throws IOException {
    LeafReaderContext leaf = place.dictionary().leaf();
    @Nullable
    Bits live = leaf.reader().getLiveDocs();
    TermsEnum terms = place.dictionary().terms();
    terms.seekExact(LineKeyStream.term(key), place.state());
    PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(document)) {
        matches.add(leaf.docBase + document, number);
      }
      document = postings.nextDoc();
    }
  }
}
