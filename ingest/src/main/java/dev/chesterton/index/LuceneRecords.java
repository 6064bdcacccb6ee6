package dev.chesterton.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/** Reads records from a small Lucene index. */
final class LuceneRecords implements Records {
  static final String NOTE = "note";
  private static final String KEY = "key";
  private static final String DATE = "date";
  private static final String TEXT = "text";

  private static final Sort NEWEST_FIRST = new Sort(
      new SortField(DATE, SortField.Type.LONG, true), new SortField(KEY, SortField.Type.STRING));

  private final Path folder;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private LuceneRecords(Path folder, DirectoryReader reader) {
    this.folder = folder;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  static Optional<Records> open(Path folder) {
    if (!Files.isDirectory(folder)) {
      // Lucene would make the folder.
      return Optional.empty();
    }
    try {
      return open(folder, FSDirectory.open(folder));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static Optional<Records> open(Path folder, Directory directory) {
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      checkIntegrity(reader);
      return Optional.of(new LuceneRecords(folder, reader));
    } catch (IOException | RuntimeException | AssertionError e) {
      // What Lucene makes of damaged files is not always an IOException.
      IOUtils.closeWhileHandlingException(reader, directory);
      if (e instanceof IndexNotFoundException) {
        return Optional.empty();
      }
      throw failure(folder, e);
    }
  }

  static void checkIntegrity(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      leaf.reader().checkIntegrity();
    }
  }

  static long version(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return Math.max(0, SegmentInfos.getLastCommitGeneration(directory));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** A record as it is written. */
  static Document document(Entry entry) {
    Document document = new Document();
    document.add(new StringField(KEY, term(entry.key()).bytes(), Field.Store.NO));
    document.add(new SortedDocValuesField(KEY, term(entry.key()).bytes()));
    document.add(new NumericDocValuesField(DATE, entry.date().getEpochSecond()));
    document.add(new StoredField(KEY, entry.key()));
    document.add(new StoredField(DATE, entry.date().getEpochSecond()));
    document.add(new StoredField(TEXT, entry.text()));
    return document;
  }

  static Term term(String key) {
    return Fields.term(KEY, key);
  }

  @Override
  public String note() {
    return asking(() -> note(reader.getIndexCommit().getUserData()));
  }

  static String note(Map<String, String> commitData) {
    return commitData.getOrDefault(NOTE, "");
  }

  @Override
  public Optional<Entry> get(String key) {
    return asking(() -> {
      ScoreDoc[] found = searcher.search(new TermQuery(term(key)), 1).scoreDocs;
      return found.length == 0 ? Optional.<Entry>empty() : Optional.of(entry(found[0].doc));
    });
  }

  @Override
  public List<Entry> newestFirst(Optional<Entry> after, int limit) {
    return asking(() -> {
      List<Entry> page = new ArrayList<>();
      for (ScoreDoc found : searcher.searchAfter(after.map(this::place).orElse(null),
          MatchAllDocsQuery.INSTANCE, limit, NEWEST_FIRST).scoreDocs) {
        page.add(entry(found.doc));
      }
      return page;
    });
  }

  /** No key is there twice, so the number of the document never decides. */
  private FieldDoc place(Entry entry) {
    return new FieldDoc(reader.maxDoc() - 1, Float.NaN,
        new Object[]{entry.date().getEpochSecond(), term(entry.key()).bytes()});
  }

  private Entry entry(int document) throws IOException {
    Document stored = searcher.storedFields().document(document);
    Instant date = Instant.ofEpochSecond(stored.getField(DATE).numericValue().longValue());
    return new Entry(stored.get(KEY), date, stored.get(TEXT));
  }

  @Override
  public long count() {
    return reader.numDocs();
  }

  @Override
  public void close() {
    try (Directory _ = reader.directory(); reader) {
      // Both are closed, whatever becomes of the other.
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private <T> T asking(Question<T> question) {
    return question.answer(e -> failure(folder, e));
  }

  /** A failure in words a user can act on. */
  static StoreException failure(Path folder, Throwable cause) {
    return switch (cause) {
      case StoreException told -> told;
      case LockObtainFailedException _ -> new StoreException(StoreException.Reason.LOCKED, "'"
          + folder + "' is being written by another process: try again when it is done", cause);
      default -> new StoreException(StoreException.Reason.UNREADABLE, "'" + folder
          + "' cannot be used (" + LuceneStore.said(cause) + "): see that the disk is there and has"
          + " room; if it is, delete the folder, and the next run makes it again", cause);
    };
  }
}
