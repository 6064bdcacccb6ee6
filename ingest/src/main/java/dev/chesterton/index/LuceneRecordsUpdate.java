package dev.chesterton.index;

import dev.chesterton.index.Records.Entry;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Writes records into a small Lucene index, whose commits are atomic and survive a crash. */
final class LuceneRecordsUpdate implements RecordsUpdate {
  private static final double BUFFER_MIB = 8;

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private String note;

  private LuceneRecordsUpdate(Path folder, Directory directory, IndexWriter writer, String note) {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.note = note;
  }

  static LuceneRecordsUpdate open(Path folder) {
    try {
      return open(folder, FSDirectory.open(Files.createDirectories(folder)));
    } catch (IOException e) {
      throw LuceneRecords.failure(folder, e);
    }
  }

  private static LuceneRecordsUpdate open(Path folder, Directory directory) {
    IndexWriter writer = null;
    try {
      boolean isSound = isSound(directory);
      writer = new IndexWriter(directory,
          config(isSound ? OpenMode.CREATE_OR_APPEND : OpenMode.CREATE));
      return new LuceneRecordsUpdate(folder, directory, writer, isSound ? note(directory) : "");
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer, directory);
      throw LuceneRecords.failure(folder, e);
    }
  }

  /** What is not there is sound, too. */
  private static boolean isSound(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return true;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      LuceneRecords.checkIntegrity(reader);
      return true;
    } catch (CorruptIndexException | IndexFormatTooNewException | IndexFormatTooOldException
        | EOFException | FileNotFoundException | NoSuchFileException _) {
      return false;
    }
  }

  private static String note(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return "";
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return LuceneRecords.note(reader.getIndexCommit().getUserData());
    }
  }

  private static IndexWriterConfig config(OpenMode mode) {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setOpenMode(mode);
    config.setRAMBufferSizeMB(BUFFER_MIB);
    config.setCommitOnClose(false);
    config.setMergeScheduler(new SerialMergeScheduler());
    return config;
  }

  @Override
  public String note() {
    return note;
  }

  @Override
  public void put(Entry entry) {
    writing(() -> writer.updateDocument(LuceneRecords.term(entry.key()),
        LuceneRecords.document(entry)));
  }

  @Override
  public void remove(String key) {
    writing(() -> writer.deleteDocuments(LuceneRecords.term(key)));
  }

  @Override
  public void clear() {
    writing(writer::deleteAll);
  }

  @Override
  public void commit(String reached) {
    writing(() -> {
      writer.setLiveCommitData(Map.of(LuceneRecords.NOTE, reached).entrySet());
      return writer.commit();
    });
    note = reached;
  }

  /** Something that may fail on disk; the number it gives is of no interest. */
  private interface Write {
    long run() throws IOException;
  }

  private void writing(Write write) {
    try {
      write.run();
    } catch (IOException | RuntimeException e) {
      throw LuceneRecords.failure(folder, e);
    }
  }

  @Override
  public void close() {
    try (directory; writer) {
      // Both are closed, whatever becomes of the other.
    } catch (IOException e) {
      throw LuceneRecords.failure(folder, e);
    }
  }
}
