package dev.chesterton.web;

import dev.chesterton.index.Index;
import dev.chesterton.index.StoreException;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store, open for as long as the server runs. When an ingest has written to it, the next request sees the new
 * generation, while requests under way keep theirs. May be used by several threads.
 */
final class OpenStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);
  private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path folder;
  private final ReadLimits limits;
  private final CommitChanges trees;
  private Opened current;
  private FileTime written;
  private long looked = System.nanoTime();
  private Optional<String> trouble = Optional.empty();

  /**
   * Opens the store.
   *
   * @param limits mails were read with when they came into the store
   * @throws StoreException where there is none, or it cannot be read
   */
  OpenStore(Path folder, ReadLimits limits, CommitChanges trees) {
    this.limits = limits;
    this.folder = folder;
    this.trees = trees;
    this.written = lastWritten(folder);
    this.current = new Opened(Index.open(folder, limits));
  }

  /** Asks the newest commit of the store; the index is not closed meanwhile. */
  <T> T ask(Function<Snapshot, T> question) {
    Opened opened = take();
    try {
      return question.apply(new Snapshot(opened.index, opened.summary, trees));
    } finally {
      release(opened);
    }
  }

  Path folder() {
    return folder;
  }

  long generation() {
    return ask(Snapshot::generation);
  }

  /** Why the store as it is on disk cannot be served; an older state of it is, then. */
  synchronized Optional<String> trouble() {
    return trouble;
  }

  private synchronized Opened take() {
    long now = System.nanoTime();
    if (now - looked > LOOK_EVERY_NANOS) {
      looked = now;
      reopenWhereWritten();
    }
    current.users++;
    return current;
  }

  private synchronized void release(Opened opened) {
    opened.users--;
    opened.closeWhereUnused();
  }

  /** The time of the folders says cheaply that something was written, the generation whether it was committed. */
  private void reopenWhereWritten() {
    FileTime now = lastWritten(folder);
    if (now.equals(written)) {
      return;
    }
    written = now;
    try {
      Opened newest = new Opened(Index.open(folder, limits));
      trouble = Optional.empty();
      if (newest.summary.generation() == current.summary.generation()) {
        newest.index.close();
      } else {
        current.retired = true;
        current.closeWhereUnused();
        current = newest;
      }
    } catch (StoreException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
      LOG.warn("the store cannot be opened anew, an older state of it is served: {}",
          e.getMessage());
    }
  }

  private static FileTime lastWritten(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory)
          .map(OpenStore::timeOf)
          .max(FileTime::compareTo)
          .orElse(FileTime.fromMillis(0));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static FileTime timeOf(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  @Override
  public synchronized void close() {
    current.retired = true;
    current.closeWhereUnused();
  }

  /** One state of the store with those who use it; guarded by the store. */
  private static final class Opened {

    private final Index index;
    private final StoreSummary summary;
    private int users;
    private boolean retired;

    Opened(Index index) {
      this.index = index;
      this.summary = index.summary();
    }

    void closeWhereUnused() {
      if (retired && users == 0) {
        index.close();
      }
    }
  }
}
