package dev.chesterton.index;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.MaskedId;
import dev.chesterton.change.PatchId;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.ChangeId;
import dev.chesterton.patch.TitleKeys;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Answers from one commit of a Lucene index. */
final class LuceneIndex implements Index {

  private static final Comparator<Overlap> HEAVIEST_FIRST = Comparator
      .comparingDouble(Overlap::weight)
      .reversed()
      .thenComparing(Overlap::head, Orders.BY_DATE);

  /** Mails whose ids have one local part; those of generated ids are one or two. */
  private static final int MOST_MASKED = 100;

  private final Path store;
  private final DirectoryReader reader;
  private final Documents documents;
  private final LineLookup lines;
  private final LineCounts counts;
  private final SummaryLookup summaries;
  private final RecentThreads recentThreads = new RecentThreads();

  private LuceneIndex(Path store, DirectoryReader reader, ReadLimits limits) {
    this.store = store;
    this.reader = reader;
    this.documents = new Documents(new LiveSearcher(reader), limits);
    this.lines = new LineLookup(reader);
    this.counts = new LineCounts(reader);
    this.summaries = new SummaryLookup(documents);
  }

  static LuceneIndex open(Path store, ReadLimits limits) {
    return open(store, limits, FSDirectory::open);
  }

  static LuceneIndex openUnmapped(Path store, ReadLimits limits) {
    return open(store, limits, NIOFSDirectory::new);
  }

  /** How files are read. */
  private interface Opening {
    Directory open(Path folder) throws IOException;
  }

  private static LuceneIndex open(Path store, ReadLimits limits, Opening opening) {
    Path folder = LuceneStore.indexOf(store);
    if (!Files.isDirectory(folder)) {
      // Lucene would make the folder.
      throw missing(store, null);
    }
    try {
      return open(store, opening.open(folder), limits);
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  private static LuceneIndex open(Path store, Directory directory, ReadLimits limits) {
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      LuceneStore.checkSchema(store, reader.getIndexCommit().getUserData());
      return new LuceneIndex(store, reader, limits);
    } catch (IOException | RuntimeException | AssertionError e) {
      // What Lucene makes of damaged files is not always an IOException.
      IOUtils.closeWhileHandlingException(reader, directory);
      throw e instanceof IndexNotFoundException
          ? missing(store, e)
          : LuceneStore.failure(store, e);
    }
  }

  static StoreException missing(Path store, @Nullable Throwable cause) {
    return new StoreException(StoreException.Reason.MISSING,
        "no store in '" + store + "': make one with 'chesterton ingest'", cause);
  }

  @Override
  public List<StoredMail> mails(MessageId id) {
    return mails(id, Index.MAX_THREAD);
  }

  @Override
  public Optional<StoredMail> mail(MessageId id) {
    return mails(id, 1).stream().findFirst();
  }

  private List<StoredMail> mails(MessageId id, int limit) {
    return asking(() -> documents.mails(Fields.term(Fields.MESSAGE_ID, id.value()), limit));
  }

  @Override
  public List<ThreadMember> thread(MessageId id) {
    return recentThreads.of(id,
        () -> asking(() -> new ThreadLookup(documents).thread(id)));
  }

  @Override
  public List<MailHead> answers(MessageId id) {
    return asking(() -> documents.oldestFirst(term(Fields.REFERENCE, id.value()),
        MailHead.class,
        MAX_THREAD));
  }

  @Override
  public List<CommitHead> commits(String hexPrefix, int limit) {
    return asking(() -> documents.heads(CitationQuery.beginning(Fields.COMMIT_ID, hexPrefix),
        CommitHead.class,
        Orders.BY_KEY, limit));
  }

  @Override
  public Optional<StoredCommit> commit(CommitId id) {
    return asking(() -> documents.commit(Fields.term(Fields.COMMIT_ID, id.hex())));
  }

  @Override
  public List<MailHead> citing(String hexPrefix, Instant until, int limit) {
    return asking(
        () -> documents.oldestFirst(until(until, CitationQuery.citing(hexPrefix)), MailHead.class,
            limit));
  }

  @Override
  public List<CommitHead> commitsCiting(String hexPrefix, Instant until, int limit) {
    return asking(
        () -> documents.oldestFirst(until(until, CitationQuery.citing(hexPrefix)), CommitHead.class,
            limit));
  }

  @Override
  public List<MailHead> naming(MessageId id, Instant until, int limit) {
    Query named = new BooleanQuery.Builder()
        .add(term(Fields.CITED_MAIL, id.value()), BooleanClause.Occur.SHOULD)
        .add(term(Fields.CITED_MASK, MaskedId.ofId(id.value()).toString()),
            BooleanClause.Occur.SHOULD)
        .build();
    return asking(() -> documents.oldestFirst(until(until, named), MailHead.class, limit));
  }

  @Override
  public List<MailHead> masked(MaskedId id, Instant until, int limit) {
    Query begins = new PrefixQuery(new Term(Fields.MESSAGE_ID, id.local() + "@"));
    return asking(() -> documents.oldestFirst(until(until, begins), MailHead.class, MOST_MASKED))
        .stream()
        .filter(mail -> MaskedId.ofId(mail.id().value()).equals(id))
        .limit(limit)
        .toList();
  }

  @Override
  public List<CommitHead> commitsLinking(MessageId id, Instant until, int limit) {
    Query link = term(Fields.CITED_MAIL, id.value());
    return asking(() -> documents.oldestFirst(until(until, link), CommitHead.class, limit));
  }

  private static Query term(String field, String value) {
    return new TermQuery(Fields.term(field, value));
  }

  private static Query until(Instant until, Query query) {
    Query before = CriterionQuery.of(new Criterion.Between(Instant.MIN, until));
    return new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST)
        .add(before, BooleanClause.Occur.FILTER)
        .build();
  }

  @Override
  public List<Overlap> overlapping(LineQuery query) {
    return asking(() -> {
      List<Overlap> found = new ArrayList<>();
      for (LineTally tally : lines.find(query)) {
        found.add(tally.overlap(documents.digest(tally.document()),
            documents.isFix(tally.document())));
      }
      return found.stream().sorted(HEAVIEST_FIRST).limit(Math.max(0, query.limit())).toList();
    });
  }

  @Override
  public Tally tally(TallyQuery query) {
    return asking(() -> TallyLookup.of(query, reader));
  }

  @Override
  public long occurrences(LineKey key) {
    return asking(() -> counts.count(key.value(), Integer.MAX_VALUE));
  }

  @Override
  public List<ChangeDigest> changes(ChangeQuery query, Among among, Instant until, int limit) {
    return asking(() -> documents.changes(terms(query), among, until, limit));
  }

  private static List<Term> terms(ChangeQuery query) {
    return switch (query) {
      case ChangeQuery.OfMail(MessageId id) -> List.of(Fields.term(Fields.MESSAGE_ID, id.value()));
      case ChangeQuery.WithPatchId(PatchId id) -> List.of(Fields.term(Fields.PATCH_ID, id.hex()));
      case ChangeQuery.WithChangeId(ChangeId.OfPatch id) -> List
          .of(Fields.term(Fields.CHANGE_ID, id.value()));
      case ChangeQuery.MadeAt(Instant second) -> List
          .of(new Term(Fields.SENT, LineKeyStream.term(second.getEpochSecond())));
      case ChangeQuery.Titled(String title) -> TitleKeys.of(title)
          .stream()
          .mapToObj(key -> new Term(Fields.TITLE_KEY, LineKeyStream.term(key)))
          .toList();
    };
  }

  @Override
  public Optional<ChangeDigest> commitChange(CommitId id) {
    return asking(() -> documents
        .changedByCommits(term(Fields.COMMIT_ID, id.hex()), Optional.empty(), 1)
        .stream()
        .findFirst());
  }

  @Override
  public List<ChangeDigest> commitChanges(String tree, Optional<ChangeDigest> after, int limit) {
    return asking(() -> documents.changedByCommits(term(Fields.TREE, tree), after, limit));
  }

  @Override
  public Hits search(SearchQuery query) {
    return asking(() -> documents.search(query));
  }

  @Override
  public long frequency(String word) {
    Criterion anywhere = new Criterion.Words(Criterion.Part.ANYWHERE, word);
    return asking(() -> CriterionQuery.words(word).isEmpty()
        ? 0L
        : documents.count(CriterionQuery.of(anywhere)));
  }

  @Override
  public MailPage written(Criterion criterion, long generation, String after, int limit) {
    return asking(() -> documents.written(CriterionQuery.of(criterion), generation, after, limit));
  }

  @Override
  public Checkpoint checkpoint(String source) {
    return new Checkpoint(commitData().getOrDefault(LuceneStore.checkpointKey(source), ""));
  }

  @Override
  public Map<String, Checkpoint> checkpoints(String begin) {
    return LuceneStore.checkpoints(commitData(), begin);
  }

  @Override
  public StoreState state() {
    return LuceneStore.state(commitData());
  }

  @Override
  public StoreCounts counts() {
    long generation = LuceneStore.generation(commitData());
    return asking(() -> summaries.counts(generation));
  }

  @Override
  public StoreSummary summary() {
    long generation = LuceneStore.generation(commitData());
    return asking(() -> summaries.summary(generation));
  }

  private Map<String, String> commitData() {
    return asking(() -> reader.getIndexCommit().getUserData());
  }

  @Override
  public void close() {
    try (Directory _ = reader.directory(); reader) {
      // Both are closed, whatever becomes of the other.
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  private <T> T asking(Question<T> question) {
    try {
      return question.answer(e -> LuceneStore.failure(store, e));
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throwIfDamaged(e);
      throw e;
    }
  }

  /** Bytes that changed on disk can lead to any exception; all else is a defect and passes. */
  private void throwIfDamaged(Throwable thrown) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (IOException e) {
      StoreException damaged = LuceneStore.damaged(store, e);
      damaged.addSuppressed(thrown);
      throw damaged;
    }
  }
}
