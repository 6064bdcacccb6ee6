package dev.chesterton.index;

import dev.chesterton.source.RawMail;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds out whether a document is in a commit of the index, in which lists or trees, and which copy was kept. */
final class DocumentLookup implements AutoCloseable {
  private final DirectoryReader reader;
  private boolean checked;

  DocumentLookup(DirectoryReader reader) {
    this.reader = reader;
  }

  /**
   * What is known of a document.
   *
   * @param names of its lists or trees, none where there is no such document
   */
  record Known(List<String> names, CopyRank rank) {
    static final Known NOTHING = new Known(List.of(), CopyRank.SAME);

    Known {
      names = List.copyOf(names);
    }
  }

  Known find(String key) throws IOException {
    Optional<Place> place = place(key);
    return place.isPresent() ? place.get().known() : Known.NOTHING;
  }

  /** The copy of a mail that was kept. */
  Optional<RawMail> copy(String key) throws IOException {
    Optional<Place> place = place(key);
    return place.isPresent() ? Optional.of(place.get().copy()) : Optional.empty();
  }

  private Optional<Place> place(String key) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader()
          .postings(Fields.term(Fields.KEY, key), PostingsEnum.NONE);
      int document = postings == null
          ? DocIdSetIterator.NO_MORE_DOCS
          : firstLive(postings, leaf.reader().getLiveDocs());
      if (document != DocIdSetIterator.NO_MORE_DOCS) {
        return Optional.of(new Place(leaf.reader(), document));
      }
    }
    return Optional.empty();
  }

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

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** A document of one segment. */
  private record Place(LeafReader segment, int document) {

    Known known() throws IOException {
      BytesRef head = packed(Fields.HEAD);
      Head unpacked = HeadCodec.unpack(head.bytes, head.offset, head.length);
      BytesRef rank = packed(Fields.RANK);
      return new Known(names(unpacked), CopyRank.unpack(rank.bytes, rank.offset));
    }

    RawMail copy() throws IOException {
      return StoredCopy.raw(segment.storedFields(), document);
    }

    private BytesRef packed(String field) throws IOException {
      BinaryDocValues values = segment.getBinaryDocValues(field);
      if (values == null || !values.advanceExact(document)) {
        throw new IOException("document " + document + " has no " + field);
      }
      return values.binaryValue();
    }

    private static List<String> names(Head head) {
      return switch (head) {
        case Head.MailHead mail -> mail.lists();
        case Head.CommitHead commit -> commit.trees();
      };
    }
  }
}
