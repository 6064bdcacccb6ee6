package dev.chesterton.index;

import dev.chesterton.change.LineKey;
import dev.chesterton.patch.TitleKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Counts changes under a term, straight on Lucene's lists: each title once, whatever its number of versions. */
final class TallyLookup {

  /** Documents looked at for one question: a name that more changes add says nothing any more. */
  private static final int MOST_DOCUMENTS = 20_000;

  private final IndexReader reader;
  private final long until;
  private final long except;
  private long[] found = new long[64];
  private int count;
  private int looked;

  private TallyLookup(IndexReader reader, Instant until, long except) {
    this.reader = reader;
    this.until = until.getEpochSecond();
    this.except = except;
  }

  static Tally of(TallyQuery query, IndexReader reader) throws IOException {
    TallyLookup lookup = new TallyLookup(reader, query.until(), family(query.except(), false));
    lookup.look(term(query.did()));
    return lookup.tally();
  }

  /** Names a title in a number of which the lowest bit tells whether the change is a fix. */
  static long family(String title, boolean isFix) {
    return TitleKeys.whole(title).value() << 1 | (isFix ? 1 : 0);
  }

  /** Whether a number made by {@link #family} is of a fix. */
  static boolean isFix(long family) {
    return (family & 1) == 1;
  }

  private static Term term(TallyQuery.Did did) {
    return switch (did) {
      case TallyQuery.Did.AddName(String name) -> Fields.term(Fields.ADDED_WORD,
          name.toLowerCase(Locale.ROOT));
      case TallyQuery.Did.RemoveLine(LineKey line) -> new Term(Fields.REMOVED_KEY,
          LineKeyStream.term(line.value()));
    };
  }

  private void look(Term term) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings != null) {
        look(postings, leaf);
      }
    }
  }

  private void look(PostingsEnum postings, LeafReaderContext leaf) throws IOException {
    @Nullable
    Bits live = leaf.reader().getLiveDocs();
    NumericDocValues dates = DocValues
        .unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), Fields.DATE));
    NumericDocValues families = DocValues.getNumeric(leaf.reader(), Fields.FAMILY);
    int document = postings.nextDoc();
    while (dates != null && document != DocIdSetIterator.NO_MORE_DOCS
        && looked++ < MOST_DOCUMENTS) {
      boolean isKnown = (live == null || live.get(document)) && dates.advanceExact(document)
          && dates.longValue() <= until && families.advanceExact(document);
      if (isKnown && families.longValue() >> 1 != except >> 1) {
        add(families.longValue());
      }
      document = postings.nextDoc();
    }
  }

  private void add(long family) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = family;
  }

  /** Sorted, a title that is a fix in one of its versions ends with that one. */
  private Tally tally() {
    Arrays.sort(found, 0, count);
    int changes = 0;
    int fixes = 0;
    for (int i = 0; i < count; i++) {
      if (i + 1 == count || found[i] >> 1 != found[i + 1] >> 1) {
        changes++;
        fixes += isFix(found[i]) ? 1 : 0;
      }
    }
    return new Tally(changes, fixes);
  }
}
