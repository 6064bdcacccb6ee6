package dev.chesterton.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts the changes that have a line: each once, also where it adds and removes it, and none that is deleted, though
 * Lucene still lists it.
 */
final class LineCounts {
  private final IndexReader reader;

  LineCounts(IndexReader reader) {
    this.reader = reader;
  }

  /** How many changes have the line; counting may stop as soon as there are more than {@code enough}. */
  long count(long key, int enough) throws IOException {
    BytesRef line = LineKeyStream.term(key);
    long count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      if (count <= enough) {
        count += count(leaf.reader(), line, enough);
      }
    }
    return count;
  }

  private static long count(LeafReader segment, BytesRef line, int enough) throws IOException {
    Term added = new Term(Fields.ADDED_KEY, line);
    Term removed = new Term(Fields.REMOVED_KEY, line);
    int more = Math.max(segment.docFreq(added), segment.docFreq(removed));
    int less = Math.min(segment.docFreq(added), segment.docFreq(removed));
    boolean isExact = less == 0 && !segment.hasDeletions();
    if (isExact || more - segment.numDeletedDocs() > enough) {
      return more;
    }
    return either(new Side(segment, added), new Side(segment, removed), segment.getLiveDocs());
  }

  /** Both sides list documents in the order of their numbers. */
  private static long either(Side added, Side removed, @Nullable Bits live) throws IOException {
    long count = 0;
    int document = Math.min(added.document(), removed.document());
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      count += live == null || live.get(document) ? 1 : 0;
      added.passBy(document);
      removed.passBy(document);
      document = Math.min(added.document(), removed.document());
    }
    return count;
  }

  /** The documents of a segment that have a line on one side. */
  private static final class Side {
    private final @Nullable PostingsEnum postings;
    private int document;

    Side(LeafReader segment, Term line) throws IOException {
      postings = segment.postings(line, PostingsEnum.NONE);
      document = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
    }

    int document() {
      return document;
    }

    void passBy(int other) throws IOException {
      if (postings != null && document == other) {
        document = postings.nextDoc();
      }
    }
  }
}
