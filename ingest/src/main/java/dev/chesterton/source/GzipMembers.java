package dev.chesterton.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * All members of a gzip file, one behind the other (RFC 1952, section 2.2). The JDK's own stream passes over a damaged
 * header of a later member in silence, and recurses once for each empty one.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int DEFLATE = 8;
  private static final int HAS_HEADER_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int at;
  private int filled;
  private boolean inMember;
  private boolean any;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (length > 0) {
      if (!inMember && !beginMember()) {
        return -1;
      }
      int read = inflate(target, offset, length);
      if (read > 0) {
        return read;
      }
    }
    return 0;
  }

  private boolean beginMember() throws IOException {
    if (any && at == filled && !fill()) {
      return false;
    }
    int magic = next() | next() << 8;
    if (magic != 0x8b1f || next() != DEFLATE) {
      throw new IOException("what follows the last gzip member is none");
    }
    int flags = next();
    skip(6);
    skip((flags & HAS_EXTRA) == 0 ? 0 : next() | next() << 8);
    skipText((flags & HAS_NAME) != 0);
    skipText((flags & HAS_COMMENT) != 0);
    skip((flags & HAS_HEADER_CRC) == 0 ? 0 : 2);
    inflater.reset();
    inflater.setInput(buffer, at, filled - at);
    crc.reset();
    any = true;
    inMember = true;
    return true;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int read = inflater.inflate(target, offset, length);
      crc.update(target, offset, read);
      if (read > 0) {
        return read;
      }
    } catch (DataFormatException e) {
      throw new IOException("damaged gzip data", e);
    }
    if (inflater.finished()) {
      endMember();
    } else if (inflater.needsDictionary()) {
      throw new IOException("gzip data with a dictionary");
    } else if (fill()) {
      inflater.setInput(buffer, 0, filled);
    } else {
      throw new EOFException("the gzip file ends early");
    }
    return 0;
  }

  private void endMember() throws IOException {
    at = filled - inflater.getRemaining();
    long sum = number();
    long size = number();
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("the checksum of a gzip member is wrong");
    }
    inMember = false;
  }

  /** Four bytes, the lowest first. */
  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText(boolean there) throws IOException {
    boolean more = there;
    while (more) {
      more = next() != 0;
    }
  }

  private int next() throws IOException {
    if (at == filled && !fill()) {
      throw new EOFException("the gzip file ends early");
    }
    return buffer[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(in.read(buffer), 0);
    return filled > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
