package dev.chesterton.index;

import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;

/** Gets heads and whole mails out of Lucene documents. */
final class Documents {

  /** Counts of search results are exact below. */
  private static final int EXACT_COUNT = 10_000;

  private static final Query COMMITS = new TermQuery(
      new Term(Fields.KIND, Criterion.Kind.COMMIT.name()));

  private final IndexSearcher searcher;
  private final ReadLimits limits;
  private final RecentMails recentMails = new RecentMails();

  Documents(IndexSearcher searcher, ReadLimits limits) {
    this.searcher = searcher;
    this.limits = limits;
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

  ChangeDigest digest(int document) throws IOException {
    Head head = head(document);
    BytesRef packed = packed(Fields.DIGEST, document);
    return DigestCodec.unpack(head, packed.bytes, packed.offset, packed.length);
  }

  /** Whether a change says that it repairs something. */
  boolean isFix(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    NumericDocValues families = leaf.reader().getNumericDocValues(Fields.FAMILY);
    return families != null && families.advanceExact(document - leaf.docBase)
        && TallyLookup.isFix(families.longValue());
  }

  private LeafReaderContext leaf(int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  /** Digests under any of these terms, newest first; documents without one are passed over. */
  List<ChangeDigest> changes(List<Term> terms, Among among, Instant until, int limit)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    ChangeLookup lookup = new ChangeLookup(reader,
        new ChangeFilter(reader, among, Instant.MIN, until));
    List<ChangeDigest> digests = new ArrayList<>();
    for (int document : lookup.newest(terms, limit)) {
      digests.add(digest(document));
    }
    return digests.stream()
        .sorted(Comparator.comparing(ChangeDigest::head, Orders.NEWEST))
        .limit(limit)
        .toList();
  }

  /** A page of the commits that have a digest, oldest first. */
  List<ChangeDigest> changedByCommits(Query query, Optional<ChangeDigest> after, int limit)
      throws IOException {
    Query withDigest = new BooleanQuery.Builder().add(query, BooleanClause.Occur.FILTER)
        .add(new FieldExistsQuery(Fields.DIGEST), BooleanClause.Occur.FILTER)
        .add(COMMITS, BooleanClause.Occur.FILTER)
        .build();
    FieldDoc place = after.map(Documents::place).orElse(null);
    List<ChangeDigest> digests = new ArrayList<>();
    for (ScoreDoc found : searcher.search(withDigest,
        new TopFieldCollectorManager(Orders.OLDEST_FIRST, limit, place, 1)).scoreDocs) {
      digests.add(digest(found.doc));
    }
    return digests;
  }

  private static FieldDoc place(ChangeDigest last) {
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[]{
      last.head().instant().getEpochSecond(), new BytesRef(last.head().key())});
  }

  LinksCodec links(int document) throws IOException {
    BytesRef packed = packed(Fields.LINKS, document);
    return LinksCodec.unpack(packed.bytes, packed.offset, packed.length);
  }

  private BytesRef packed(String field, int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    if (values == null || !values.advanceExact(document - leaf.docBase)) {
      throw new IOException("document " + document + " has no " + field);
    }
    return values.binaryValue();
  }

  /** Numbers of the first documents in an order. */
  int[] first(Query query, Sort order, int limit) throws IOException {
    return numbers(top(query, order, limit).scoreDocs);
  }

  private static int[] numbers(ScoreDoc[] found) {
    int[] numbers = new int[found.length];
    for (int i = 0; i < found.length; i++) {
      numbers[i] = found[i].doc;
    }
    return numbers;
  }

  private TopFieldDocs top(Query query, Sort order, long limit) throws IOException {
    // Lucene makes room for as many results as are asked for.
    int documents = searcher.getIndexReader().maxDoc();
    if (limit <= 0 || documents == 0) {
      return new TopFieldDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new FieldDoc[0],
          order.getSort());
    }
    return searcher.search(query, new TopFieldCollectorManager(order,
        (int) Math.min(limit, documents), null, EXACT_COUNT));
  }

  /** Mails of a page, by key; those of an older generation are passed over. */
  MailPage written(Query criterion, long generation, String after, int limit)
      throws IOException {
    Query written = new BooleanQuery.Builder().add(criterion, BooleanClause.Occur.FILTER)
        .add(COMMITS, BooleanClause.Occur.MUST_NOT)
        .add(NumericDocValuesField.newSlowRangeQuery(Fields.WRITTEN, generation + 1,
            Long.MAX_VALUE), BooleanClause.Occur.FILTER)
        .build();
    FieldDoc place = after.isEmpty() ? null
        : new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[]{new BytesRef(after)});
    List<MailHead> page = new ArrayList<>();
    String last = after;
    for (ScoreDoc found : searcher.search(written,
        new TopFieldCollectorManager(Orders.BY_KEY, limit, place, 1)).scoreDocs) {
      if (head(found.doc) instanceof MailHead head) {
        page.add(head);
        last = MailDocument.key(head.id(), head.contentHash());
      }
    }
    return new MailPage(page, last);
  }

  /** Heads of one type; those of the other do not count towards the limit. */
  <T extends Head> List<T> heads(Query query, Class<T> type, Sort order, int limit)
      throws IOException {
    List<T> heads = new ArrayList<>();
    for (int document : first(ofType(query, type), order, limit)) {
      heads.add(type.cast(head(document)));
    }
    return heads;
  }

  <T extends Head> List<T> oldestFirst(Query query, Class<T> type, int limit) throws IOException {
    return heads(query, type, Orders.OLDEST_FIRST, limit);
  }

  private static Query ofType(Query query, Class<?> type) {
    if (type == Head.class) {
      return query;
    }
    return new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST)
        .add(COMMITS, type == CommitHead.class
            ? BooleanClause.Occur.FILTER
            : BooleanClause.Occur.MUST_NOT)
        .build();
  }

  Hits search(SearchQuery query) throws IOException {
    Query criterion = CriterionQuery.of(query.criterion());
    long wanted = (long) Math.max(0, query.skip()) + Math.max(0, query.limit());
    TopFieldDocs found = top(criterion, Orders.of(query.order()), Math.max(1, wanted));
    int[] numbers = numbers(found.scoreDocs);
    List<Head> page = new ArrayList<>();
    for (int i = Math.max(0, query.skip()); i < Math.min(wanted, numbers.length); i++) {
      page.add(head(numbers[i]));
    }
    // How far Lucene counts beyond depends on its segments.
    return found.totalHits.value() < EXACT_COUNT
        ? new Hits(page, found.totalHits.value(), true)
        : new Hits(page, EXACT_COUNT, false);
  }

  /** A mail before it is taken apart. */
  private record Found(int document, MailHead head) {}

  /** Whole mails with this id, in the order of their content hash. */
  List<StoredMail> mails(Term id, int limit) throws IOException {
    List<Found> found = new ArrayList<>();
    for (int document : TermDocuments.of(searcher.getIndexReader(), id)) {
      if (head(document) instanceof MailHead head) {
        found.add(new Found(document, head));
      }
    }
    found.sort(Comparator.comparing(one -> one.head().contentHash()));
    List<StoredMail> mails = new ArrayList<>();
    for (Found one : found.subList(0, Math.min(limit, found.size()))) {
      mails.add(mail(one));
    }
    return mails;
  }

  private StoredMail mail(Found found) throws IOException {
    Optional<StoredMail> recent = recentMails.get(found.document());
    if (recent.isPresent()) {
      return recent.get();
    }
    StoredMail mail = readMail(found);
    recentMails.put(found.document(), mail);
    return mail;
  }

  private StoredMail readMail(Found found) throws IOException {
    RawMail raw = StoredCopies.of(searcher.storedFields(), found.document()).getFirst().raw();
    Parsed<Posting> posting = PatchParser.read(raw, limits);
    return new StoredMail(found.head(), posting.value(), raw.provenance().place(),
        new StoredMail.Raw(raw.bytes()), posting.problems());
  }

  /** A tree has a commit once, and so has the store. */
  Optional<StoredCommit> commit(Term id) throws IOException {
    for (int document : TermDocuments.of(searcher.getIndexReader(), id)) {
      if (head(document) instanceof CommitHead head) {
        String message = searcher.storedFields().document(document).get(Fields.TEXT);
        return Optional.of(new StoredCommit(head, message));
      }
    }
    return Optional.empty();
  }
}
