package dev.chesterton.index;

import dev.chesterton.history.Commit;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.RawMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;

/** Writes through Lucene's {@code IndexWriter}, whose commits are atomic and survive a crash. */
final class LuceneUpdate implements IndexUpdate {

  /** Documents gathered in memory before they become a file; the heap of an ingest is 384 MiB. */
  private static final double BUFFER_MIB = 64;

  private final Path store;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final Map<String, String> commitData;
  private Map<String, String> committedData;

  /** Documents added since the last commit, by key, with their lists or trees. */
  private final Map<String, List<String>> added = new ConcurrentHashMap<>();
  private DocumentLookup committed;

  private LuceneUpdate(Path store, FSDirectory directory, IndexWriter writer) throws IOException {
    this.store = store;
    this.directory = directory;
    this.writer = writer;
    this.commitData = liveCommitData(writer);
    this.committedData = Map.copyOf(commitData);
    LuceneStore.checkSchema(store, commitData);
    this.committed = new DocumentLookup(DirectoryReader.open(writer));
  }

  static LuceneUpdate open(Path store, String holder) {
    try {
      Path folder = Files.createDirectories(LuceneStore.indexOf(store));
      FSDirectory directory = FSDirectory.open(folder);
      LuceneUpdate update = new LuceneUpdate(store, directory,
          new IndexWriter(directory, config()));
      Files.writeString(LuceneStore.holderOf(store), holder + "\n");
      return update;
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer());
    config.setRAMBufferSizeMB(BUFFER_MIB);
    config.setCommitOnClose(false);
    // Stored mails are most of the store; the slower compression halves them and is paid once.
    config.setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION));
    return config;
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
    return add(key, list, lists -> MailDocument.of(posting.value(), raw, lists));
  }

  @Override
  public Outcome add(String tree, Commit commit) {
    return add(commit.id().hex(), tree, trees -> CommitDocument.of(commit, trees));
  }

  /**
   * Adds a document that belongs to a list or tree, or only its name where the document is known. One thread at a time
   * works on a key, so a mail that comes through two lists at once is still one.
   */
  private Outcome add(String key, String name, Function<List<String>, Document> document) {
    Outcome[] outcome = {Outcome.KNOWN};
    added.compute(key, (_, recent) -> {
      List<String> names = recent != null ? recent : committed.names(key);
      if (names.contains(name)) {
        return recent;
      }
      outcome[0] = names.isEmpty() ? Outcome.NEW : Outcome.NEW_LIST;
      TreeSet<String> all = new TreeSet<>(names);
      all.add(name);
      write(key, Optional.of(document.apply(List.copyOf(all))), names.isEmpty());
      return List.copyOf(all);
    });
    return outcome[0];
  }

  @Override
  public void remove(String list, RawMail raw, Parsed<Posting> posting) {
    String key = MailDocument.key(posting.value().message());
    added.compute(key, (_, recent) -> {
      List<String> names = recent != null ? recent : committed.names(key);
      List<String> rest = names.stream().filter(name -> !name.equals(list)).toList();
      Optional<Document> document = Optional.of(rest)
          .filter(lists -> !lists.isEmpty())
          .map(lists -> MailDocument.of(posting.value(), raw, lists));
      write(key, document, false);
      return rest;
    });
  }

  private void write(String key, Optional<Document> document, boolean isNew) {
    Term identity = new Term(Fields.KEY, key);
    try {
      if (document.isEmpty()) {
        writer.deleteDocuments(identity);
      } else if (isNew) {
        writer.addDocument(document.get());
      } else {
        writer.updateDocument(identity, document.get());
      }
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
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
    if (!writer.hasUncommittedChanges() && commitData.equals(committedData)) {
      return;
    }
    long generation = Long.parseLong(commitData.getOrDefault(LuceneStore.GENERATION, "0"));
    commitData.put(LuceneStore.GENERATION, Long.toString(generation + 1));
    LuceneStore.writeSchema(commitData);
    writer.setLiveCommitData(Map.copyOf(commitData).entrySet());
    try {
      writer.commit();
      committed.close();
      committed = new DocumentLookup(DirectoryReader.open(writer));
      committedData = Map.copyOf(commitData);
      added.clear();
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  @Override
  public void close() {
    try (directory) {
      committed.close();
      writer.rollback();
      Files.deleteIfExists(LuceneStore.holderOf(store));
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  /** The lists or trees of a head. */
  static List<String> namesOf(Head head) {
    return switch (head) {
      case MailHead mail -> mail.lists();
      case CommitHead commit -> commit.trees();
    };
  }
}
