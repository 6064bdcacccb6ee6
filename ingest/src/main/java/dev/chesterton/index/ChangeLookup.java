package dev.chesterton.index;

import dev.chesterton.index.LineQuery.Among;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The mails or commits with a change that stand under some terms. Straight on the postings: mostly there is one or none, and a search
 * would cost many times what it finds.
 */
final class ChangeLookup {
  private final IndexReader reader;
  private final long wantedKind;
  private final long until;
  private final List<Dated> found = new ArrayList<>();

  /** @param until in seconds since 1970; later changes are passed over */
  ChangeLookup(IndexReader reader, Among among, long until) {
    this.reader = reader;
    this.wantedKind = among == Among.COMMITS ? 1 : 0;
    this.until = until;
  }

  /** A document, by its global number. */
  private record Dated(int document, long date) {}

  /** The newest documents, newest first; all that were sent in the second of the last one are in. */
  List<Integer> newest(List<Term> terms, int limit) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      for (Term term : terms) {
        PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
        if (postings != null) {
          collect(leaf, postings);
        }
      }
    }
    found.sort(Comparator.comparingLong(Dated::date).reversed());
    long last = limit < found.size() ? found.get(limit).date() : Long.MIN_VALUE;
    return found.stream()
        .takeWhile(dated -> dated.date() >= last)
        .map(Dated::document)
        .distinct()
        .toList();
  }

  private void collect(LeafReaderContext leaf, PostingsEnum postings) throws IOException {
    LeafReader segment = leaf.reader();
    @Nullable
    Bits live = segment.getLiveDocs();
    NumericDocValues dates = DocValues
        .unwrapSingleton(DocValues.getSortedNumeric(segment, Fields.DATE));
    NumericDocValues kinds = DocValues.getNumeric(segment, Fields.IS_COMMIT);
    BinaryDocValues digests = DocValues.getBinary(segment, Fields.DIGEST);
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      boolean isLive = live == null || live.get(document);
      if (isLive && digests.advanceExact(document) && kinds.advanceExact(document)
          && kinds.longValue() == wantedKind && dates.advanceExact(document)
          && dates.longValue() <= until) {
        found.add(new Dated(leaf.docBase + document, dates.longValue()));
      }
      document = postings.nextDoc();
    }
  }
}
