package dev.chesterton.index;

import dev.chesterton.change.LineKeys;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The rarity-weighted overlap of line keys, straight on Lucene's term dictionary and postings.
 *
 * <p>A line in more than {@link #COMMON} changes ({@code return ret;}) says nothing about where it comes from and would
 * cost the most; it is left out of both sums.
 */
final class LineLookup {
  static final int COMMON = 2_000;

  private final IndexReader reader;
  private final LineCounts counts;

  LineLookup(IndexReader reader) {
    this.reader = reader;
    this.counts = new LineCounts(reader);
  }

  /** Global document numbers with what they share, heaviest first; all that tie with the last one are in. */
  List<Tally> find(LineQuery query) throws IOException {
    List<Asked> asked = asked(query.keys());
    double total = asked.stream().mapToDouble(Asked::weight).sum();
    Map<Integer, Tally> tallies = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      collect(leaf, query, asked, total, tallies);
    }
    List<Tally> sorted = new ArrayList<>(tallies.values());
    sorted.sort(Comparator.comparingDouble(Tally::weight).reversed());
    if (sorted.size() <= query.limit()) {
      return sorted;
    }
    if (query.limit() <= 0) {
      return List.of();
    }
    double least = sorted.get(query.limit() - 1).weight();
    return sorted.stream().takeWhile(tally -> tally.weight() >= least).toList();
  }

  private List<Asked> asked(LineKeys keys) throws IOException {
    double changes = reader.numDocs();
    List<Asked> asked = new ArrayList<>();
    for (long key : keys.stream().toArray()) {
      long occurrences = counts.count(key, COMMON);
      if (occurrences <= COMMON) {
        asked.add(new Asked(key, Math.log(1 + changes / Math.max(1, occurrences))));
      }
    }
    return asked;
  }

  private static void collect(LeafReaderContext leaf, LineQuery query, List<Asked> asked,
      double total,
      Map<Integer, Tally> tallies) throws IOException {
    LeafReader segment = leaf.reader();
    Terms terms = segment.terms(query.side() == Side.ADDED ? Fields.ADDED_KEY
        : Fields.REMOVED_KEY);
    if (terms == null) {
      return;
    }
    TermsEnum dictionary = terms.iterator();
    Accepted accepted = new Accepted(segment, query);
    for (Asked key : asked) {
      if (dictionary.seekExact(LineKeyStream.term(key.key()))) {
        PostingsEnum postings = dictionary.postings(null, PostingsEnum.NONE);
        accepted.forEach(postings, document -> tallies.computeIfAbsent(leaf.docBase + document,
            number -> new Tally(number, total)).add(key));
      }
    }
  }

  /** A key that was asked for, with its rarity. */
  private record Asked(long key, double weight) {}

  /** What one document shares with the question. */
  static final class Tally {
    private final int document;
    private final double asked;
    private final LongStream.Builder keys = LongStream.builder();
    private double weight;

    Tally(int document, double asked) {
      this.document = document;
      this.asked = asked;
    }

    private void add(Asked key) {
      keys.add(key.key());
      weight += key.weight();
    }

    int document() {
      return document;
    }

    double weight() {
      return weight;
    }

    Overlap overlap(Head head) {
      return new Overlap(head, LineKeys.ofKeys(keys.build()), weight, asked);
    }
  }

  /** The documents of a segment that are alive, of the right kind and old enough. */
  private static final class Accepted {
    private final @Nullable Bits live;
    private final LeafReader segment;
    private final LineQuery query;

    Accepted(LeafReader segment, LineQuery query) {
      this.segment = segment;
      this.query = query;
      this.live = segment.getLiveDocs();
    }

    void forEach(PostingsEnum postings, IntConsumer action) throws IOException {
      NumericDocValues dates = DocValues
          .unwrapSingleton(DocValues.getSortedNumeric(segment, Fields.DATE));
      NumericDocValues kinds = segment.getNumericDocValues(Fields.IS_COMMIT);
      if (dates == null || kinds == null) {
        throw new IOException("segment without dates or kinds");
      }
      for (int document = postings
          .nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings
              .nextDoc()) {
        boolean isLive = live == null || live.get(document);
        if (isLive && dates.advanceExact(document) && kinds.advanceExact(document)
            && fits(dates.longValue(),
                kinds.longValue())) {
          action.accept(document);
        }
      }
    }

    private boolean fits(long date, long isCommit) {
      return date <= query.until().getEpochSecond()
          && (isCommit == 1) == (query.among() == Among.COMMITS);
    }
  }
}
