package dev.chesterton.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;

/** How the files of an index are written, and whether those that are there are ours. */
final class StoreFiles {

  /** Documents gathered in memory before they become a file; the heap of an ingest is 384 MiB. */
  private static final double BUFFER_MIB = 64;

  private StoreFiles() {}

  static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig(new WordAnalyzer());
    config.setRAMBufferSizeMB(BUFFER_MIB);
    config.setCommitOnClose(false);
    // Merges in threads of their own would be cut short at the end of every run.
    config.setMergeScheduler(new SerialMergeScheduler());
    // Stored mails are most of the store; the slower compression halves them and is paid once.
    config.setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_SPEED));
    return config;
  }

  /** Before a writer is opened, which tidies up among files it may not know. */
  static void checkSchema(Path store, Directory directory) throws IOException {
    if (DirectoryReader.indexExists(directory)) {
      LuceneStore.checkSchema(store, SegmentInfos.readLatestCommit(directory).getUserData());
    }
  }

  static StoreCommit lastCommit(Path store) {
    Path folder = LuceneStore.indexOf(store);
    if (!Files.isDirectory(folder)) {
      throw LuceneIndex.missing(store, null);
    }
    try (Directory directory = new NIOFSDirectory(folder)) {
      return new StoreCommit(SegmentInfos.readLatestCommit(directory).getUserData());
    } catch (IndexNotFoundException e) {
      throw LuceneIndex.missing(store, e);
    } catch (IOException e) {
      throw LuceneStore.failure(store, e);
    }
  }
}
