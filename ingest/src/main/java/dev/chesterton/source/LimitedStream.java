package dev.chesterton.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Ends with an error when a server sends more, or takes longer, than is reasonable. */
final class LimitedStream extends FilterInputStream {
  private final long maxBytes;
  private final Duration maxTime;
  private final long begun = System.nanoTime();
  private long count;

  LimitedStream(InputStream in, long maxBytes, Duration maxTime) {
    super(in);
    this.maxBytes = maxBytes;
    this.maxTime = maxTime;
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    check(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    check(Math.max(read, 0));
    return read;
  }

  private void check(int read) throws IOException {
    count += read;
    if (count > maxBytes) {
      throw new IOException("the answer is longer than " + maxBytes + " bytes");
    }
    if (System.nanoTime() - begun > maxTime.toNanos()) {
      throw new IOException("the answer took longer than " + maxTime.toSeconds() + " s");
    }
  }
}
