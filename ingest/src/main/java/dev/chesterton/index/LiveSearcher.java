package dev.chesterton.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Scores by living documents alone. Lucene counts deleted ones until a merge drops them, so that a mail that came through
 * a second list would change the order of results.
 */
final class LiveSearcher extends IndexSearcher {

  /**
   * Words of an average field as far as scores go. The true average cannot be told without deleted documents; it weighs
   * only how much a long mail is worth less than a short one.
   */
  private static final long AVERAGE_WORDS = 200;

  LiveSearcher(DirectoryReader reader) {
    super(reader);
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) {
    long documents = getIndexReader().numDocs();
    long words = documents * AVERAGE_WORDS;
    return documents == 0
        ? null
        : new CollectionStatistics(field, documents, documents, words, words);
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    // Where only deleted documents have the term nothing is found, but a count of 0 is not allowed.
    long live = Math.max(1, liveCount(term));
    return new TermStatistics(term.bytes(), live, live);
  }

  private long liveCount(Term term) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : getLeafContexts()) {
      Bits live = leaf.reader().getLiveDocs();
      count += live == null ? leaf.reader().docFreq(term) : liveCount(leaf, term, live);
    }
    return count;
  }

  private static long liveCount(LeafReaderContext leaf, Term term, Bits live)
      throws IOException {
    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
    if (postings == null) {
      return 0;
    }
    long count = 0;
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      count += live.get(document) ? 1 : 0;
      document = postings.nextDoc();
    }
    return count;
  }
}
