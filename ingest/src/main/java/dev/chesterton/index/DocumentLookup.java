package dev.chesterton.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds out whether a document is in the last commit, and in which lists or trees. */
final class DocumentLookup implements AutoCloseable {
  private final DirectoryReader reader;

  DocumentLookup(DirectoryReader reader) {
    this.reader = reader;
  }

  /** Lists or trees of the document with this key; none where there is no such document. */
  List<String> names(String key) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        PostingsEnum postings = leaf.reader()
            .postings(new Term(Fields.KEY, key), PostingsEnum.NONE);
        int document = postings == null ? DocIdSetIterator.NO_MORE_DOCS
            : firstLive(postings, leaf.reader().getLiveDocs());
        if (document != DocIdSetIterator.NO_MORE_DOCS) {
          return LuceneUpdate.namesOf(head(leaf, document));
        }
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int firstLive(PostingsEnum postings, @Nullable Bits live) throws IOException {
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = postings.nextDoc();
    }
    return document;
  }

  private static Head head(LeafReaderContext leaf, int document) throws IOException {
    BinaryDocValues heads = leaf.reader().getBinaryDocValues(Fields.HEAD);
    if (heads == null || !heads.advanceExact(document)) {
      throw new IOException("document " + document + " has no head");
    }
    BytesRef packed = heads.binaryValue();
    return HeadCodec.unpack(packed.bytes, packed.offset, packed.length);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
