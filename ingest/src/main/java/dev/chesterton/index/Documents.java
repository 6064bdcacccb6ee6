package dev.chesterton.index;

import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageParser;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;

/** Gets heads and whole mails out of Lucene documents. */
final class Documents {

  /** Counts of search results are exact up to here. */
  private static final int EXACT_COUNT = 10_000;

  private static final Sort OLDEST_FIRST = new Sort(
      new SortedNumericSortField(Fields.DATE, SortField.Type.LONG));
  private static final Sort NEWEST_FIRST = new Sort(
      new SortedNumericSortField(Fields.DATE, SortField.Type.LONG,
          true));

  /** Order of heads that does not depend on how the index came to be. */
  static final Comparator<Head> BY_DATE = Comparator.comparing(Head::instant)
      .thenComparing(Head::key);

  private final IndexSearcher searcher;

  Documents(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  int count(Query query) throws IOException {
    return searcher.count(query);
  }

  Head head(int document) throws IOException {
    BytesRef packed = packed(Fields.HEAD, document);
    return HeadCodec.unpack(packed.bytes, packed.offset, packed.length);
  }

  LinksCodec links(int document) throws IOException {
    BytesRef packed = packed(Fields.LINKS, document);
    return LinksCodec.unpack(packed.bytes, packed.offset, packed.length);
  }

  private BytesRef packed(String field, int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    if (values == null || !values.advanceExact(document - leaf.docBase)) {
      throw new IOException("document " + document + " has no " + field);
    }
    return values.binaryValue();
  }

  /** Number of the first document in an order by date; there has to be one. */
  int first(Query query, SearchQuery.Order order) throws IOException {
    Sort sort = order == SearchQuery.Order.OLDEST ? OLDEST_FIRST : NEWEST_FIRST;
    return searcher.search(query, 1, sort).scoreDocs[0].doc;
  }

  /** Numbers of all documents that match, at most {@code limit}, oldest first. */
  int[] oldest(Query query, int limit) throws IOException {
    ScoreDoc[] found = searcher.search(query, limit, OLDEST_FIRST).scoreDocs;
    return Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
  }

  <T extends Head> List<T> heads(Query query, Class<T> type, int limit, Comparator<? super T> order)
      throws IOException {
    List<T> heads = new ArrayList<>();
    for (int document : oldest(query, limit)) {
      Head head = head(document);
      if (type.isInstance(head)) {
        heads.add(type.cast(head));
      }
    }
    heads.sort(order);
    return heads;
  }

  <T extends Head> List<T> oldestFirst(Query query, Class<T> type, int limit) throws IOException {
    return heads(query, type, limit, BY_DATE);
  }

  Hits search(SearchQuery query) throws IOException {
    Query criterion = CriterionQuery.of(query.criterion());
    int wanted = query.skip() + query.limit();
    TopDocs found = switch (query.order()) {
      case RELEVANCE -> searcher.search(criterion, wanted);
      case NEWEST -> searcher.search(criterion, wanted, NEWEST_FIRST);
      case OLDEST -> searcher.search(criterion, wanted, OLDEST_FIRST);
    };
    List<Ranked> ranked = new ArrayList<>();
    for (ScoreDoc hit : found.scoreDocs) {
      ranked.add(new Ranked(rank(hit), head(hit.doc)));
    }
    // Lucene breaks ties by document number, which tells in which order mails came in.
    ranked.sort(
        Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(hit -> hit.head().key()));
    List<Head> page = ranked.stream().skip(query.skip()).map(Ranked::head).toList();
    boolean exact = found.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
    return exact || found.totalHits.value() >= EXACT_COUNT
        ? new Hits(page, found.totalHits.value(), exact)
        : new Hits(page, searcher.count(criterion), true);
  }

  private static double rank(ScoreDoc hit) {
    return hit instanceof FieldDoc sorted && sorted.fields[0] instanceof Long seconds ? seconds
        : hit.score;
  }

  /** A hit with what it was sorted by. */
  private record Ranked(double rank, Head head) {}

  /** Whole mails that match, in the order of their content hash. */
  List<StoredMail> mails(Query query) throws IOException {
    List<StoredMail> mails = new ArrayList<>();
    for (int document : oldest(query, Index.MAX_THREAD)) {
      if (head(document) instanceof MailHead head) {
        mails.add(mail(document, head));
      }
    }
    mails.sort(Comparator.comparing(mail -> mail.head().contentHash()));
    return mails;
  }

  private StoredMail mail(int number, MailHead head) throws IOException {
    Document document = searcher.storedFields().document(number);
    BytesRef raw = document.getBinaryValue(Fields.RAW);
    byte[] bytes = Arrays.copyOfRange(raw.bytes, raw.offset, raw.offset + raw.length);
    RawMail mail = PlaceCodec.unpack(document.get(Fields.PLACE), bytes);
    Parsed<Message> message = MessageParser.parse(mail, ReadLimits.DEFAULT);
    Parsed<Posting> posting = PatchParser.parse(message.value());
    List<Problem> problems = new ArrayList<>(message.problems());
    problems.addAll(posting.problems());
    return new StoredMail(head, posting.value(), mail.provenance().place(),
        new StoredMail.Raw(bytes), problems);
  }

  Optional<StoredCommit> commit(Query query) throws IOException {
    for (int document : oldest(query, 1)) {
      if (head(document) instanceof CommitHead head) {
        return Optional.of(
            new StoredCommit(head, searcher.storedFields().document(document).get(Fields.TEXT)));
      }
    }
    return Optional.empty();
  }
}
