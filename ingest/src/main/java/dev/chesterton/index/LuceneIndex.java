package dev.chesterton.index;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.PatchId;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.mail.MessageId;
import dev.chesterton.source.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/** Answers from one commit of a Lucene index. */
final class LuceneIndex implements Index {

  /** Shortest abbreviation of a commit id that is indexed as a citation. */
  private static final int SHORTEST_HEX = 7;

  private final Path store;
  private final DirectoryReader reader;
  private final Documents documents;
  private final LineLookup lines;

  private LuceneIndex(Path store, DirectoryReader reader) {
    this.store = store;
    this.reader = reader;
    this.documents = new Documents(new IndexSearcher(reader));
    this.lines = new LineLookup(reader);
  }

  static LuceneIndex open(Path store) {
    Path folder = LuceneStore.indexOf(store);
    // Lucene makes the folder it is asked to read.
    if (!Files.isDirectory(folder)) {
      throw missing(store);
    }
    try {
      DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
      LuceneStore.checkSchema(store, reader.getIndexCommit().getUserData());
      return new LuceneIndex(store, reader);
    } catch (IndexNotFoundException _) {
      throw missing(store);
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  private static StoreException missing(Path store) {
    return new StoreException(StoreException.Reason.MISSING,
        "no store in " + store + ": make one with 'chesterton ingest'");
  }

  @Override
  public List<StoredMail> mails(MessageId id) {
    return asking(() -> documents.mails(new TermQuery(new Term(Fields.MESSAGE_ID, id.value()))));
  }

  @Override
  public List<ThreadMember> thread(MessageId id) {
    return asking(() -> new ThreadLookup(documents).thread(id));
  }

  @Override
  public List<MailHead> answers(MessageId id) {
    return asking(() -> documents.oldestFirst(new TermQuery(new Term(Fields.REFERENCE, id.value())),
        MailHead.class,
        MAX_THREAD));
  }

  @Override
  public List<CommitHead> commits(String hexPrefix, int limit) {
    return asking(() -> documents.heads(new PrefixQuery(new Term(Fields.COMMIT_ID, hexPrefix)),
        CommitHead.class,
        limit, Comparator.comparing(CommitHead::id)));
  }

  @Override
  public Optional<StoredCommit> commit(CommitId id) {
    return asking(() -> documents.commit(new TermQuery(new Term(Fields.COMMIT_ID, id.hex()))));
  }

  @Override
  public List<MailHead> citing(String hexPrefix, Instant until, int limit) {
    return asking(
        () -> documents.oldestFirst(until(until, citation(hexPrefix)), MailHead.class, limit));
  }

  @Override
  public List<CommitHead> commitsCiting(String hexPrefix, Instant until, int limit) {
    return asking(
        () -> documents.oldestFirst(until(until, citation(hexPrefix)), CommitHead.class, limit));
  }

  @Override
  public List<CommitHead> commitsLinking(MessageId id, Instant until, int limit) {
    Query link = new TermQuery(new Term(Fields.CITED_MAIL, id.value()));
    return asking(() -> documents.oldestFirst(until(until, link), CommitHead.class, limit));
  }

  /** Whoever cites a commit writes as many digits as he likes: more than were asked for, or fewer. */
  private static Query citation(String hexPrefix) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(new PrefixQuery(new Term(Fields.CITED_COMMIT, hexPrefix)), BooleanClause.Occur.SHOULD);
    IntStream.range(SHORTEST_HEX, hexPrefix.length())
        .mapToObj(
            length -> new TermQuery(new Term(Fields.CITED_COMMIT, hexPrefix.substring(0, length))))
        .forEach(shorter -> any.add(shorter, BooleanClause.Occur.SHOULD));
    return any.build();
  }

  private static Query until(Instant until, Query query) {
    return new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST)
        .add(CriterionQuery.of(new Criterion.Between(Instant.MIN, until)),
            BooleanClause.Occur.FILTER)
        .build();
  }

  @Override
  public List<Overlap> overlapping(LineQuery query) {
    Comparator<Overlap> order = Comparator.comparingDouble(Overlap::weight)
        .reversed()
        .thenComparing(overlap -> overlap.head().instant())
        .thenComparing(overlap -> overlap.head().key());
    return asking(() -> {
      List<Overlap> found = new ArrayList<>();
      for (LineLookup.Tally tally : lines.find(query)) {
        found.add(tally.overlap(documents.head(tally.document())));
      }
      return found.stream().sorted(order).limit(query.limit()).toList();
    });
  }

  @Override
  public long occurrences(LineKey key) {
    return lines.occurrences(key.value());
  }

  @Override
  public List<Head> withPatchId(PatchId id, int limit) {
    return asking(() -> documents.oldestFirst(new TermQuery(new Term(Fields.PATCH_ID, id.hex())),
        Head.class, limit));
  }

  @Override
  public Hits search(SearchQuery query) {
    return asking(() -> documents.search(query));
  }

  @Override
  public long frequency(String word) {
    Criterion anywhere = new Criterion.Words(Criterion.Part.ANYWHERE, word);
    return asking(() -> (long) documents.count(CriterionQuery.of(anywhere)));
  }

  @Override
  public Checkpoint checkpoint(String source) {
    return new Checkpoint(commitData().getOrDefault(LuceneStore.checkpointKey(source), ""));
  }

  @Override
  public StoreSummary summary() {
    long generation = Long.parseLong(commitData().getOrDefault(LuceneStore.GENERATION, "0"));
    return asking(() -> new SummaryLookup(documents).summary(generation));
  }

  private Map<String, String> commitData() {
    return asking(() -> reader.getIndexCommit().getUserData());
  }

  @Override
  public void close() {
    asking(() -> {
      reader.close();
      reader.directory().close();
      return true;
    });
  }

  /** A question that may fail on disk. */
  private interface Question<T> {
    T ask() throws IOException;
  }

  private <T> T asking(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }
}
