package dev.chesterton.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds out whether a document is in the index, and which copies it has, as of one reader. */
final class DocumentLookup implements AutoCloseable {
  private final DirectoryReader reader;
  private boolean checked;

  DocumentLookup(DirectoryReader reader) {
    this.reader = reader;
  }

  boolean isEmpty() {
    return reader.numDocs() == 0;
  }

  Known find(String key) throws IOException {
    Optional<Place> place = place(Fields.term(Fields.KEY, key));
    return place.isPresent() ? place.get().known() : Known.NOTHING;
  }

  boolean hasCopy(CopyId copy) throws IOException {
    return place(new Term(Fields.COPY, LineKeyStream.term(copy.hash()))).isPresent();
  }

  /** The copies of a mail; none where it is not here. */
  List<Copy> copies(String key) throws IOException {
    Optional<Place> place = place(Fields.term(Fields.KEY, key));
    return place.isPresent() ? place.get().copies() : List.of();
  }

  /** Keys of the mails of which an archive has a copy. */
  List<String> keysOf(long source) throws IOException {
    Term term = new Term(Fields.SOURCE, LineKeyStream.term(source));
    List<String> keys = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings != null) {
        addKeys(leaf.reader(), postings, keys);
      }
    }
    return keys;
  }

  private static void addKeys(LeafReader segment, PostingsEnum postings, List<String> keys)
      throws IOException {
    SortedDocValues all = segment.getSortedDocValues(Fields.KEY);
    Bits live = segment.getLiveDocs();
    int document = firstLive(postings, live);
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      if (all == null || !all.advanceExact(document)) {
        throw new IOException("document " + document + " has no key");
      }
      keys.add(all.lookupOrd(all.ordValue()).utf8ToString());
      document = firstLive(postings, live);
    }
  }

  private Optional<Place> place(Term term) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      int document = postings == null
          ? DocIdSetIterator.NO_MORE_DOCS
          : firstLive(postings, leaf.reader().getLiveDocs());
      if (document != DocIdSetIterator.NO_MORE_DOCS) {
        return Optional.of(new Place(leaf.reader(), document));
      }
    }
    return Optional.empty();
  }

  /** The next one that is not deleted. */
  private static int firstLive(PostingsEnum postings, @Nullable Bits live) throws IOException {
    int document = postings.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = postings.nextDoc();
    }
    return document;
  }

  /** Reads every file once, and only once: a defect of ours that many mails show must not cost as many readings. */
  synchronized void checkIntegrity() throws IOException {
    if (!checked) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      checked = true;
    }
  }

  /** A packed value that each document has. */
  static BytesRef binary(LeafReader segment, String field, int document) throws IOException {
    BinaryDocValues values = segment.getBinaryDocValues(field);
    if (values == null || !values.advanceExact(document)) {
      throw new IOException("document " + document + " has no " + field);
    }
    return values.binaryValue();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** A document of one segment. */
  private record Place(LeafReader segment, int document) {

    Known known() throws IOException {
      return new Known(CopiesCodec.unpack(binary(segment, Fields.COPIES, document)));
    }

    List<Copy> copies() throws IOException {
      return StoredCopies.of(segment.storedFields(), document);
    }
  }
}
