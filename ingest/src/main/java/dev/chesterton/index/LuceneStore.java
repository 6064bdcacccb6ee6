package dev.chesterton.index;

import dev.chesterton.source.Checkpoint;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** What reading and writing a store have in common: where things lie in its folder, and how failures are told. */
final class LuceneStore {
  private static final String SCHEMA = "schema";
  private static final String CHECKPOINT = "checkpoint ";

  /** Key of a counter in the data that goes with each commit of the index. */
  static final String GENERATION = "generation";

  /** Key of what tells this store from one made anew in its place. */
  private static final String BIRTH = "birth";

  /** Key of a counter of mails that were taken back. */
  private static final String REMOVALS = "removals";

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

  /** The source whose checkpoint a key of the commit data is; empty where it is something else. */
  static Optional<String> sourceOf(String key) {
    return key.startsWith(CHECKPOINT)
        ? Optional.of(key.substring(CHECKPOINT.length()))
        : Optional.empty();
  }

  /** How often the store has been committed. */
  static long generation(Map<String, String> commitData) {
    return Long.parseLong(commitData.getOrDefault(GENERATION, "0"));
  }

  static Map<String, Checkpoint> checkpoints(Map<String, String> commitData, String begin) {
    Map<String, Checkpoint> checkpoints = new TreeMap<>();
    commitData.forEach((key, position) -> {
      if (key.startsWith(checkpointKey(begin))) {
        checkpoints.put(key.substring(CHECKPOINT.length()), new Checkpoint(position));
      }
    });
    return checkpoints;
  }

  static StoreState state(Map<String, String> commitData) {
    return new StoreState(commitData.getOrDefault(BIRTH, ""), generation(commitData),
        Long.parseLong(commitData.getOrDefault(REMOVALS, "0")));
  }

  /** Refuses what another version of this program, or another program, has committed. */
  static void checkSchema(Path store, Map<String, String> commitData) {
    String schema = commitData.getOrDefault(SCHEMA, "none");
    if (!schema.equals(Fields.SCHEMA)) {
      throw unreadable("store '" + store + "' has schema " + schema + ", this program reads "
          + Fields.SCHEMA + ": " + again(store), null);
    }
  }

  /** Refuses what another program has committed; any version of this one will do. */
  static void checkOurs(Path store, Map<String, String> commitData) {
    if (!commitData.containsKey(SCHEMA)) {
      throw unreadable("'" + indexOf(store)
          + "' holds an index of another program: choose another folder with --store", null);
    }
  }

  static void writeSchema(Map<String, String> commitData) {
    commitData.put(SCHEMA, Fields.SCHEMA);
  }

  /** @param removals mails taken back since the last commit */
  static void writeState(Map<String, String> commitData, long generation, long removals) {
    commitData.putIfAbsent(BIRTH, StringHelper.idToString(StringHelper.randomId()));
    commitData.put(GENERATION, Long.toString(generation));
    commitData.put(REMOVALS, Long.toString(state(commitData).removals() + removals));
  }

  /** A failure of Lucene or of the file system in words a user can act on. */
  static StoreException failure(Path store, Throwable cause) {
    return switch (cause) {
      case StoreException told -> told;
      case UncheckedIOException e when e.getCause() != null -> failure(store, e.getCause());
      case LockObtainFailedException _ -> new StoreException(StoreException.Reason.LOCKED, "store '"
          + store + "' is being written by " + holder(store) + ": try again when it is done",
          cause);
      case IndexFormatTooNewException _,IndexFormatTooOldException _ ->
        unreadable("store '" + store + "' was written by another version of the index library: "
            + again(store), cause);
      case AccessDeniedException denied -> unreadable("no access to '" + denied.getFile()
          + "' of store '" + store + "': change its owner or permissions", cause);
      case CorruptIndexException _,EOFException _,FileNotFoundException _,NoSuchFileException _ ->
        damaged(store, cause);
      case IOException _ -> unreadable("store '" + store + "' cannot be used: " + said(cause)
          + "; its last commit stands, see that the disk is there and has room", cause);
      default -> damaged(store, cause);
    };
  }

  static StoreException damaged(Path store, Throwable cause) {
    return unreadable("store '" + store + "' is damaged (" + said(cause) + "): " + again(store),
        cause);
  }

  private static StoreException unreadable(String message, @Nullable Throwable cause) {
    return new StoreException(StoreException.Reason.UNREADABLE, message, cause);
  }

  private static String again(Path store) {
    return "make it anew with 'chesterton --store " + store + " ingest --rebuild'";
  }

  /** On one line; Lucene writes some messages on two. */
  static String said(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.strip().replaceAll("\\s+", " ");
  }

  private static String holder(Path store) {
    try {
      String holder = Files.readString(holderOf(store)).strip();
      return holder.isEmpty() ? "another process" : holder;
    } catch (NoSuchFileException _) {
      return "another process";
    } catch (IOException e) {
      return "another process (" + said(e) + ")";
    }
  }
}
