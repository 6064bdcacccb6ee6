package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Says what an update would do to a store, and writes nothing; it needs no lock. Of each mail that would be new it keeps
 * one number.
 */
final class LuceneDryRun implements IndexUpdate {
  private final Path store;
  private final Directory directory;
  private final Map<String, String> commitData;
  private final DocumentLookup settled;

  /** Hashes of the keys that would be new, and of those that would be gone. */
  private final Set<Long> added = ConcurrentHashMap.newKeySet();
  private final Set<Long> removed = ConcurrentHashMap.newKeySet();

  private LuceneDryRun(Path store, Directory directory, DirectoryReader reader)
      throws IOException {
    this.store = store;
    this.directory = directory;
    this.commitData = reader.getIndexCommit().getUserData();
    this.settled = new DocumentLookup(reader);
  }

  static LuceneDryRun open(Path store) {
    try {
      Directory directory = directory(store);
      return new LuceneDryRun(store, directory, DirectoryReader.open(directory));
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  private static Directory directory(Path store) throws IOException {
    Path folder = LuceneStore.indexOf(store);
    // Lucene would make the folder.
    if (!Files.isDirectory(folder)) {
      return empty();
    }
    Directory directory = FSDirectory.open(folder);
    StoreFiles.checkSchema(store, directory);
    return DirectoryReader.indexExists(directory) ? directory : empty();
  }

  /** Where there is no store everything is new. */
  private static Directory empty() throws IOException {
    Directory memory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(memory, StoreFiles.config())) {
      writer.commit();
    }
    return memory;
  }

  @Override
  public boolean knows(Copy copy) {
    return removed.isEmpty() && asking(() -> settled.hasCopy(copy.id()));
  }

  @Override
  public Outcome add(Copy copy, Parsed<Posting> posting) {
    return add(MailDocument.key(posting.value().message()), copy.list());
  }

  @Override
  public Outcome add(String tree, Commit commit) {
    return add(commit.id().hex(), tree);
  }

  private Outcome add(String key, String name) {
    Known known = find(key);
    if (known.isEmpty() || removed.contains(hash(key))) {
      return added.add(hash(key)) ? Outcome.NEW : Outcome.KNOWN;
    }
    return known.names().contains(name) ? Outcome.KNOWN : Outcome.NEW_LIST;
  }

  @Override
  public boolean remove(String list, Message message) {
    String key = MailDocument.key(message);
    if (added.remove(hash(key))) {
      return true;
    }
    Known known = find(key);
    Known rest = known.withoutList(list);
    return !rest.equals(known) && (!rest.isEmpty() || removed.add(hash(key)));
  }

  @Override
  public long retain(Archive archive, Set<Long> kept) {
    return asking(() -> settled.keysOf(archive.hash())).stream()
        .filter(key -> !added.contains(hash(key)))
        .filter(key -> find(key).copies()
            .stream()
            .noneMatch(copy -> copy.source() != archive.hash() || kept.contains(copy.hash())))
        .count();
  }

  private Known find(String key) {
    return asking(() -> settled.find(key));
  }

  private static long hash(String key) {
    return CopyId.hash(key.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Checkpoint checkpoint(String source) {
    return new Checkpoint(commitData.getOrDefault(LuceneStore.checkpointKey(source), ""));
  }

  @Override
  public void reached(String source, Checkpoint checkpoint) {
    // Nothing was stored, so the next run starts where this one did.
  }

  @Override
  public void remember(KnownSource source) {
    // As above.
  }

  @Override
  public void commit() {
    // As above.
  }

  private <T> T asking(Question<T> question) {
    return question.answer(e -> LuceneStore.failure(store, e));
  }

  @Override
  public void close() {
    try (directory; settled) {
      // Both are closed, whatever becomes of the other.
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }
}
