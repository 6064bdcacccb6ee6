package dev.chesterton.index;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * Counts what changes files (making one, its first bytes, its end, a sync, a name), and fails from the Nth time on, as a full disk does. Nothing is forced to
 * the disk, which is most of the time of a small commit.
 */
final class FailingDirectory extends FilterDirectory {
  private final AtomicLong left;

  FailingDirectory(Directory directory, long allowed) {
    super(directory);
    this.left = new AtomicLong(allowed);
  }

  boolean hasFailed() {
    return left.get() < 0;
  }

  private void count(String what) throws IOException {
    if (left.decrementAndGet() < 0) {
      throw new IOException("no space left for " + what);
    }
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    count(name);
    return new Output(super.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    count(prefix);
    return new Output(super.createTempOutput(prefix, suffix, context));
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    count("sync");
  }

  @Override
  public void syncMetaData() throws IOException {
    count("sync");
  }

  @Override
  public void rename(String source, String dest) throws IOException {
    count(dest);
    super.rename(source, dest);
  }

  /** A file under way. */
  private final class Output extends FilterIndexOutput {
    private final String name;
    private boolean begun;

    Output(IndexOutput out) {
      super("failing " + out.getName(), out.getName(), out);
      this.name = out.getName();
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
      if (!begun) {
        begun = true;
        count(name);
      }
      super.writeBytes(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      super.close();
      count(name);
    }
  }
}
