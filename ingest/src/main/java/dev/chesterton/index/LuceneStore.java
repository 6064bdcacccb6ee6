package dev.chesterton.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;

/** What reading and writing a store have in common: where things lie in its folder, and how failures are told. */
final class LuceneStore {
  private static final String SCHEMA = "schema";
  private static final String CHECKPOINT = "checkpoint ";

  /** Keys of the data that goes with each commit of the index. */
  static final String GENERATION = "generation";

  private LuceneStore() {}

  static Path indexOf(Path store) {
    return store.resolve("index");
  }

  /** Who writes, for the message a second writer gets. */
  static Path holderOf(Path store) {
    return store.resolve("writer");
  }

  static String checkpointKey(String source) {
    return CHECKPOINT + source;
  }

  static void checkSchema(Path store, Map<String, String> commitData) {
    String schema = commitData.getOrDefault(SCHEMA, Fields.SCHEMA);
    if (!schema.equals(Fields.SCHEMA)) {
      throw new StoreException(StoreException.Reason.UNREADABLE,
          "store " + store + " has schema " + schema
              + ", this program reads " + Fields.SCHEMA + ": delete it and ingest again");
    }
  }

  static void writeSchema(Map<String, String> commitData) {
    commitData.put(SCHEMA, Fields.SCHEMA);
  }

  /** A failure of Lucene or of the file system in words a user can act on. */
  static StoreException failure(Path store, IOException cause) {
    return switch (cause) {
      case LockObtainFailedException _ ->
        new StoreException(StoreException.Reason.LOCKED, "store " + store
            + " is being written by " + holder(store) + ": try again when it is done", cause);
      case IndexFormatTooNewException _,IndexFormatTooOldException _ -> new StoreException(
          StoreException.Reason.UNREADABLE, "store " + store
              + " was written by another version of the index library: delete it and ingest again",
          cause);
      default -> new StoreException(StoreException.Reason.UNREADABLE,
          "store " + store + ": " + cause.getMessage(),
          cause);
    };
  }

  private static String holder(Path store) {
    try {
      return Files.readString(holderOf(store)).strip();
    } catch (NoSuchFileException _) {
      return "another process";
    } catch (IOException e) {
      return "another process (" + e.getMessage() + ")";
    }
  }
}
