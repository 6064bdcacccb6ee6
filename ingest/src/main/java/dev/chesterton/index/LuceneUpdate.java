package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.index.DocumentLookup.Known;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Writes through Lucene's {@code IndexWriter}, whose commits are atomic and survive a crash. */
final class LuceneUpdate implements IndexUpdate {
  private final Path store;
  private final Directory directory;
  private final IndexWriter writer;
  private final Map<String, String> commitData;
  private Map<String, String> committedData;

  /** Documents written since the last commit, by key. */
  private final Map<String, Known> recent = new ConcurrentHashMap<>();
  private DocumentLookup committed;

  /** Held shared while something is added, alone by a commit: none may fall between what it saves and what it forgets. */
  private final ReadWriteLock commits = new ReentrantReadWriteLock();

  private LuceneUpdate(Path store, Directory directory, IndexWriter writer) throws IOException {
    this.store = store;
    this.directory = directory;
    this.writer = writer;
    this.commitData = liveCommitData(writer);
    this.committedData = Map.copyOf(commitData);
    this.committed = new DocumentLookup(DirectoryReader.open(writer));
  }

  static LuceneUpdate open(Path store, String holder) {
    try {
      return open(store, holder,
          FSDirectory.open(Files.createDirectories(LuceneStore.indexOf(store))));
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  /** As above, where the caller says how files are written; closes the directory. */
  static LuceneUpdate open(Path store, String holder, Directory directory) {
    IndexWriter writer = null;
    try {
      StoreFiles.checkSchema(store, directory);
      writer = new IndexWriter(directory, StoreFiles.config());
      Files.writeString(LuceneStore.holderOf(store), holder + "\n");
      return new LuceneUpdate(store, directory, writer);
    } catch (IOException | RuntimeException | AssertionError e) {
      // What Lucene makes of damaged files is not always an IOException.
      IOUtils.closeWhileHandlingException(writer, directory);
      throw LuceneStore.failure(store, e);
    }
  }

  private static Map<String, String> liveCommitData(IndexWriter writer) {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  @Override
  public Outcome add(String list, RawMail raw, Parsed<Posting> posting) {
    String key = MailDocument.key(posting.value().message());
    CopyRank rank = CopyRank.of(raw);
    return changing(key, known -> {
      List<String> lists = with(list, known.names());
      if (known.names().isEmpty() || rank.compareTo(known.rank()) < 0) {
        return write(key, known, new Known(lists, rank),
            MailDocument.of(posting.value(), raw, lists));
      }
      return lists.equals(known.names()) ? known : rewrite(key, known, lists);
    });
  }

  @Override
  public void remove(String list, RawMail raw, Parsed<Posting> posting) {
    String key = MailDocument.key(posting.value().message());
    changing(key, known -> {
      List<String> rest = known.names().stream().filter(name -> !name.equals(list)).toList();
      if (rest.equals(known.names())) {
        return known;
      }
      if (!rest.isEmpty()) {
        return rewrite(key, known, rest);
      }
      writer.deleteDocuments(Fields.term(Fields.KEY, key));
      return Known.NOTHING;
    });
  }

  @Override
  public Outcome add(String tree, Commit commit) {
    String key = commit.id().hex();
    return changing(key, known -> {
      List<String> trees = with(tree, known.names());
      return trees.equals(known.names())
          ? known
          : write(key, known, new Known(trees, CopyRank.SAME), CommitDocument.of(commit, trees));
    });
  }

  private static List<String> with(String name, List<String> names) {
    TreeSet<String> all = new TreeSet<>(names);
    all.add(name);
    return List.copyOf(all);
  }

  /** From what is known of a document to what is known afterwards. */
  private interface Step {
    Known from(Known known) throws IOException;
  }

  /** One thread at a time works on a key, so a mail that comes through two lists at once is still one. */
  private Outcome changing(String key, Step step) {
    Outcome[] outcome = {Outcome.KNOWN};
    writing(commits.readLock(), () -> recent.compute(key, (_, before) -> {
      try {
        Known known = before == null ? committed.find(key) : before;
        Known after = step.from(known);
        outcome[0] = outcome(known, after);
        return after.equals(known) ? before : after;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }));
    return outcome[0];
  }

  private static Outcome outcome(Known known, Known after) {
    if (after.names().equals(known.names())) {
      return Outcome.KNOWN;
    }
    return known.names().isEmpty() ? Outcome.NEW : Outcome.NEW_LIST;
  }

  private Known write(String key, Known before, Known after, Document document)
      throws IOException {
    if (before.names().isEmpty()) {
      writer.addDocument(document);
    } else {
      writer.updateDocument(Fields.term(Fields.KEY, key), document);
    }
    return after;
  }

  /** The copy that is stored stays, with other lists. */
  private Known rewrite(String key, Known before, List<String> lists) throws IOException {
    RawMail copy = storedCopy(key, before.rank());
    Posting posting = PatchParser.read(copy, ReadLimits.DEFAULT).value();
    return write(key, before, new Known(lists, before.rank()),
        MailDocument.of(posting, copy, lists));
  }

  /** Copies of equal rank are equal, so the last commit mostly serves; else what is in memory is made a file first. */
  private RawMail storedCopy(String key, CopyRank rank) throws IOException {
    if (committed.find(key).rank().equals(rank)) {
      return committed.copy(key).orElseThrow();
    }
    try (DocumentLookup all = new DocumentLookup(DirectoryReader.open(writer))) {
      return all.copy(key).orElseThrow(() -> new IOException("no document '" + key + "'"));
    }
  }

  @Override
  public synchronized Checkpoint checkpoint(String source) {
    return new Checkpoint(commitData.getOrDefault(LuceneStore.checkpointKey(source), ""));
  }

  @Override
  public synchronized void reached(String source, Checkpoint checkpoint) {
    commitData.put(LuceneStore.checkpointKey(source), checkpoint.position());
  }

  @Override
  public synchronized void commit() {
    writing(commits.writeLock(), () -> {
      if (writer.hasUncommittedChanges() || !commitData.equals(committedData)) {
        commitAll();
      }
      return true;
    });
  }

  private void commitAll() throws IOException {
    long generation = Long.parseLong(commitData.getOrDefault(LuceneStore.GENERATION, "0"));
    commitData.put(LuceneStore.GENERATION, Long.toString(generation + 1));
    LuceneStore.writeSchema(commitData);
    writer.setLiveCommitData(Map.copyOf(commitData).entrySet());
    writer.commit();
    if (writer.hasUncommittedChanges()) {
      // A commit sets off merges, which would be given up at close and begun anew by every run.
      writer.commit();
    }
    committed.close();
    committed = new DocumentLookup(DirectoryReader.open(writer));
    committedData = Map.copyOf(commitData);
    recent.clear();
  }

  /** Something that writes, and may fail on disk. */
  private interface Write<T> {
    T run() throws IOException;
  }

  private <T> T writing(Lock lock, Write<T> write) {
    lock.lock();
    try {
      return write.run();
    } catch (IOException | UncheckedIOException e) {
      throw LuceneStore.failure(store, e);
    } catch (AlreadyClosedException e) {
      // Another thread met the trouble first, and the writer is closed for good.
      Throwable first = writer.getTragicException();
      throw LuceneStore.failure(store, first == null ? e : first);
    } catch (RuntimeException e) {
      throwIfDamaged(e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  /** Bytes that changed on disk can lead to any exception; all else is a defect and passes. */
  private void throwIfDamaged(RuntimeException thrown) {
    try {
      committed.checkIntegrity();
    } catch (IOException e) {
      StoreException damaged = LuceneStore.damaged(store, e);
      damaged.addSuppressed(thrown);
      throw damaged;
    }
  }

  @Override
  public void close() {
    try (directory; writer; DocumentLookup _ = committed) {
      Files.deleteIfExists(LuceneStore.holderOf(store));
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }
}
