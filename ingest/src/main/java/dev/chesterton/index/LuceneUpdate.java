package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Writes through Lucene's {@code IndexWriter}, whose commits are atomic and survive a crash.
 *
 * <p>A new mail is written at once. What concerns a mail that is in the store already waits in {@link PendingCopies} and
 * is settled many at a time, at the latest by the next commit.
 */
final class LuceneUpdate implements IndexUpdate {
  private final Path store;
  private final Directory directory;
  private final ReadLimits limits;
  private final IndexWriter writer;
  private final Map<String, String> commitData;
  private Map<String, String> committedData;

  /** Documents written or changed since the reader was opened, by key. */
  private final Map<String, Known> recent = new ConcurrentHashMap<>();
  private final PendingCopies pending = new PendingCopies();
  private final Settled settled;

  /** Mails that went since the last commit; changed by who has the store alone. */
  private long removals;

  /** Held shared while something is added, alone by what opens another reader: none may fall between the two. */
  private final ReadWriteLock readers = new ReentrantReadWriteLock();

  private LuceneUpdate(Path store, Target target, IndexWriter writer) {
    this.store = store;
    this.directory = target.directory();
    this.limits = target.limits();
    this.writer = writer;
    this.commitData = liveCommitData(writer);
    this.committedData = Map.copyOf(commitData);
    this.settled = new Settled(writer);
  }

  static LuceneUpdate open(Path store, String holder, ReadLimits limits) {
    try {
      return open(store, holder, Target.of(store,
          new NIOFSDirectory(Files.createDirectories(LuceneStore.indexOf(store))), limits));
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  /** As above, where the caller says how files are written; closes the directory. */
  static LuceneUpdate open(Path store, String holder, Directory directory) {
    return open(store, holder, Target.of(store, directory, ReadLimits.DEFAULT));
  }

  /** How the writer of a directory is opened. */
  interface Opening {
    IndexWriter open() throws IOException;
  }

  /**
   * Where an update writes, and how.
   *
   * @param limits for a mail that is read again because another copy of it came
   */
  record Target(Directory directory, ReadLimits limits, Opening opening) {

    /** An index that goes on. */
    static Target of(Path store, Directory directory, ReadLimits limits) {
      return new Target(directory, limits, () -> {
        StoreFiles.checkSchema(store, directory);
        return new IndexWriter(directory, StoreFiles.config());
      });
    }
  }

  /** As above, where the caller opens the writer, too. */
  static LuceneUpdate open(Path store, String holder, Target target) {
    Directory directory = target.directory();
    IndexWriter writer = null;
    try {
      writer = target.opening().open();
      Files.writeString(LuceneStore.holderOf(store), holder + "\n");
      return new LuceneUpdate(store, target, writer);
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
  public boolean knows(Copy copy) {
    return writing(readers.readLock(),
        () -> !pending.removes() && settled.documents().hasCopy(copy.id()));
  }

  @Override
  public Outcome add(Copy copy, Parsed<Posting> posting) {
    String key = MailDocument.key(posting.value().message());
    Outcome outcome = changing(key, known -> {
      if (known.has(copy.id())) {
        return known;
      }
      if (known.isEmpty() && !pending.has(key)) {
        writer.addDocument(MailDocument.of(posting.value(), List.of(copy), nextGeneration()));
      } else {
        pending.add(key, copy);
      }
      return known.with(copy.id());
    });
    if (pending.isMuch()) {
      alone(this::settle);
    }
    return outcome;
  }

  @Override
  public boolean remove(String list, Message message) {
    String key = MailDocument.key(message);
    boolean[] had = {false};
    changing(key, known -> {
      Known rest = known.withoutList(list);
      had[0] = !rest.equals(known);
      if (had[0]) {
        pending.removeList(key, list);
      }
      return rest;
    });
    return had[0];
  }

  @Override
  public Outcome add(String tree, Commit commit) {
    String key = commit.id().hex();
    CopyId copy = CopyId.ofCommit(tree);
    return changing(key, known -> {
      if (known.has(copy)) {
        return known;
      }
      Known more = known.with(copy);
      Document document = CommitDocument.of(commit, more.names(), nextGeneration());
      write(key, known.isEmpty(), document);
      return more;
    });
  }

  /** From what is known of a document to what is known afterwards. */
  private interface Step {
    Known from(Known known) throws IOException;
  }

  /** One thread at a time works on a key, so a mail that comes through two lists at once is still one. */
  private Outcome changing(String key, Step step) {
    Outcome[] outcome = {Outcome.KNOWN};
    writing(readers.readLock(), () -> recent.compute(key, (_, before) -> {
      try {
        Known known = before == null ? settled.documents().find(key) : before;
        Known after = step.from(known);
        outcome[0] = outcome(known, after);
        return after;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }));
    return outcome[0];
  }

  private static Outcome outcome(Known known, Known after) {
    if (known.isEmpty()) {
      return Outcome.NEW;
    }
    return after.names().equals(known.names()) ? Outcome.KNOWN : Outcome.NEW_LIST;
  }

  private void write(String key, boolean isNew, Document document) throws IOException {
    if (isNew) {
      writer.addDocument(document);
    } else {
      writer.updateDocument(Fields.term(Fields.KEY, key), document);
    }
  }

  @Override
  public long retain(Archive archive, Set<Long> kept) {
    long[] lost = {0};
    alone(() -> {
      settle();
      Predicate<CopyId> stays = copy -> copy.source() != archive.hash()
          || kept.contains(copy.hash());
      for (String key : settled.documents().keysOf(archive.hash())) {
        if (!settled.documents().find(key).copies().stream().allMatch(stays)) {
          lost[0] += rewrite(key, copies -> filtered(copies, stays)) ? 0 : 1;
        }
      }
    });
    return lost[0];
  }

  private static List<Copy> filtered(List<Copy> copies, Predicate<CopyId> stays) {
    return copies.stream().filter(copy -> stays.test(copy.id())).toList();
  }

  /**
   * Does what is pending; afterwards the store is as if all copies had come at once, and the reader sees that: a copy it
   * still showed after the mail was taken back would be {@linkplain #knows known} and left out.
   */
  private void settle() throws IOException {
    rewritePending();
    refresh();
  }

  private void rewritePending() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    refresh();
    for (Map.Entry<String, List<UnaryOperator<List<Copy>>>> work : pending.take().entrySet()) {
      rewrite(work.getKey(), copies -> {
        List<Copy> result = copies;
        for (UnaryOperator<List<Copy>> step : work.getValue()) {
          result = step.apply(result);
        }
        return result;
      });
    }
  }

  /** Makes of the copies that are settled what they shall be; false where nothing is left of the mail. */
  private boolean rewrite(String key, UnaryOperator<List<Copy>> step) throws IOException {
    List<Copy> before = settled.documents().copies(key);
    List<Copy> after = step.apply(before).stream().distinct().sorted().toList();
    if (after.isEmpty()) {
      writer.deleteDocuments(Fields.term(Fields.KEY, key));
      removals += before.isEmpty() ? 0 : 1;
    } else if (!after.equals(before)) {
      Posting posting = PatchParser.read(after.getFirst().raw(), limits).value();
      write(key, before.isEmpty(), MailDocument.of(posting, after, nextGeneration()));
    }
    recent.put(key, Known.of(after.stream().map(Copy::id)));
    return !after.isEmpty();
  }

  /** Makes a file of what is in memory and forgets what was written since the last time. */
  private void refresh() throws IOException {
    settled.renew();
    recent.clear();
  }

  private long nextGeneration() {
    return LuceneStore.generation(committedData) + 1;
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
  public synchronized void remember(KnownSource source) {
    SourceMemory.write(source, commitData);
  }

  /** Moves what is in memory into files that nobody sees before the next commit. */
  void gather() {
    alone(this::settle);
  }

  @Override
  public synchronized void commit() {
    alone(() -> {
      // The reader is opened anew behind the commit, when somebody asks.
      rewritePending();
      if (writer.hasUncommittedChanges() || !commitData.equals(committedData)) {
        commitAll();
      }
    });
  }

  private void commitAll() throws IOException {
    LuceneStore.writeState(commitData, nextGeneration(), removals);
    removals = 0;
    LuceneStore.writeSchema(commitData);
    writer.setLiveCommitData(Map.copyOf(commitData).entrySet());
    writer.commit();
    if (writer.hasUncommittedChanges()) {
      // A commit sets off merges, which would be given up at close and begun anew by every run.
      writer.commit();
    }
    committedData = Map.copyOf(commitData);
    settled.forget();
    recent.clear();
  }

  /** Something that needs the store for itself. */
  private interface Alone {
    void run() throws IOException;
  }

  private void alone(Alone work) {
    writing(readers.writeLock(), () -> {
      work.run();
      return true;
    });
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
      settled.documents().checkIntegrity();
    } catch (IOException e) {
      StoreException damaged = LuceneStore.damaged(store, e);
      damaged.addSuppressed(thrown);
      throw damaged;
    }
  }

  @Override
  public void close() {
    try (directory; writer; Settled _ = settled) {
      Files.deleteIfExists(LuceneStore.holderOf(store));
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }
}
