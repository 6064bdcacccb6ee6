package dev.chesterton.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IntsRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The documents that have a term, straight from its list. A search that orders them costs many times as much, and of most
 * ids there is one document.
 */
final class TermDocuments {
  private final IndexReader reader;
  private final IntsRefBuilder numbers = new IntsRefBuilder();

  TermDocuments(IndexReader reader) {
    this.reader = reader;
  }

  /** Those of a term, without the deleted ones, in the order of their numbers. */
  static int[] of(IndexReader reader, Term term) throws IOException {
    TermDocuments documents = new TermDocuments(reader);
    documents.add(term);
    return documents.numbers();
  }

  /** Adds those of one more term; a document that has both is there twice. */
  void add(Term term) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings != null) {
        add(postings, leaf.docBase, leaf.reader().getLiveDocs());
      }
    }
  }

  private void add(PostingsEnum postings, int base, @Nullable Bits live) throws IOException {
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(document)) {
        numbers.append(base + document);
      }
      document = postings.nextDoc();
    }
  }

  int count() {
    return numbers.length();
  }

  int[] numbers() {
    return Arrays.copyOf(numbers.ints(), numbers.length());
  }
}
