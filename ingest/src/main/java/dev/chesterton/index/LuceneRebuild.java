package dev.chesterton.index;

import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * Writes the new index into the folder of the old one, under other file names, and commits once: the commit renames one
 * file, after which readers see the new index, and only then are the files of the old one deleted.
 *
 * <p>Two folders changing places would have a moment with none, which readers and a crash would find
 * (docs/decisions/0007-rebuild.md).
 */
final class LuceneRebuild extends ForwardingUpdate implements StoreRebuild {
  private final LuceneUpdate update;

  private LuceneRebuild(LuceneUpdate update) {
    super(update);
    this.update = update;
  }

  static LuceneRebuild open(Path store, String holder, ReadLimits limits) {
    try {
      Directory directory = new NIOFSDirectory(
          Files.createDirectories(LuceneStore.indexOf(store)));
      return new LuceneRebuild(LuceneUpdate.open(store, holder,
          new LuceneUpdate.Target(directory, limits, () -> writer(store, directory))));
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }

  @SuppressWarnings("MustBeClosed") // The update closes it.
  private static IndexWriter writer(Path store, Directory directory) throws IOException {
    long generation = generation(store, directory);
    IndexWriter writer = new IndexWriter(directory,
        StoreFiles.config().setOpenMode(OpenMode.CREATE));
    // Goes on counting, so that who remembers answers by generation does not take the new store for the old one.
    writer.setLiveCommitData(
        Map.of(LuceneStore.GENERATION, Long.toString(generation)).entrySet());
    return writer;
  }

  private static long generation(Path store, Directory directory) throws IOException {
    try {
      SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
      LuceneStore.checkOurs(store, commit.getUserData());
      if (!Set.of(directory.listAll()).containsAll(commit.files(true))) {
        forgetUnreadable(directory);
      }
      return LuceneStore.generation(commit.getUserData());
    } catch (IndexNotFoundException _) {
      return 0;
    } catch (IOException _) {
      forgetUnreadable(directory);
      return 0;
    }
  }

  /** A commit that nobody can read is no loss, and in the way of a writer. */
  private static void forgetUnreadable(Directory directory) throws IOException {
    try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        if (file.startsWith("segments")) {
          directory.deleteFile(file);
        }
      }
    }
  }

  @Override
  public void commit() {
    update.gather();
  }

  @Override
  public void complete() {
    update.commit();
  }
}
