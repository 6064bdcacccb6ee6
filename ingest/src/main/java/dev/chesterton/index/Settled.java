package dev.chesterton.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;

/**
 * What a writer has settled, to be looked up. Opening it costs as much as a run that finds nothing new otherwise takes,
 * so it waits until something is asked.
 */
final class Settled implements Closeable {
  private final IndexWriter writer;

  /** One, or none yet. */
  private final List<DocumentLookup> open = new ArrayList<>(1);

  Settled(IndexWriter writer) {
    this.writer = writer;
  }

  /** May know more than when it was last renewed, never less. */
  @SuppressWarnings("MustBeClosed") // Closed with the next one, or at the end.
  synchronized DocumentLookup documents() throws IOException {
    if (open.isEmpty()) {
      open.add(new DocumentLookup(DirectoryReader.open(writer)));
    }
    return open.getFirst();
  }

  /** Makes a file of what is in memory, and knows it. */
  synchronized void renew() throws IOException {
    forget();
    documents();
  }

  /** Gives up what it knows until it is asked again. */
  synchronized void forget() throws IOException {
    if (!open.isEmpty()) {
      open.removeFirst().close();
    }
  }

  @Override
  public void close() throws IOException {
    forget();
  }
}
