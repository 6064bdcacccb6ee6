package dev.chesterton.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, compressed or not; a compressed one is stopped when it grows beyond all reason
 * (docs/limits.md). Damage comes out where it is read, not where it is opened.
 */
final class Unpacked extends InputStream {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final long FREE_BYTES = 16L << 20;

  private final ReadLimits limits;
  private final Counted file;
  private final BufferedInputStream packed;
  private final Packing packing;
  private @Nullable InputStream content;
  private long unpacked;

  private Unpacked(InputStream in, ReadLimits limits) throws IOException {
    this.limits = limits;
    this.file = new Counted(in);
    this.packed = new BufferedInputStream(file, BUFFER_BYTES);
    packed.mark(Packing.MAGIC_BYTES);
    this.packing = Packing.of(packed.readNBytes(Packing.MAGIC_BYTES));
    packed.reset();
  }

  static Unpacked of(InputStream in, ReadLimits limits) throws IOException {
    return new Unpacked(in, limits);
  }

  static Unpacked of(Path file, ReadLimits limits, OpenOption... options)
      throws IOException {
    InputStream in = Files.newInputStream(file, options);
    try {
      return new Unpacked(in, limits);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** @throws ArchiveException when the file cannot be opened */
  static Unpacked open(Path file, ReadLimits limits) {
    try {
      return of(file, limits);
    } catch (IOException e) {
      throw new ArchiveException("cannot open '" + file + "': " + e.getMessage(), e);
    }
  }

  boolean isPacked() {
    return packing != Packing.NONE;
  }

  /** Bytes of the file itself that were read; may be asked from another thread. */
  long fileBytes() {
    return file.count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = content().read(buffer, offset, length);
    unpacked += Math.max(read, 0);
    if (isPacked()) {
      check();
    }
    return read;
  }

  private InputStream content() throws IOException {
    InputStream open = content == null ? packing.unpack(packed) : content;
    content = open;
    return open;
  }

  private void check() throws IOException {
    if (unpacked > limits.maxUnpackedBytes()) {
      throw new IOException("more than " + limits.maxUnpackedBytes() + " bytes unpacked");
    }
    if (unpacked > FREE_BYTES && unpacked > file.count * limits.maxUnpackedRatio()) {
      throw new IOException(
          "unpacks to more than " + limits.maxUnpackedRatio() + " times its size");
    }
  }

  @Override
  public void close() throws IOException {
    if (content == null) {
      packed.close();
    } else {
      content.close();
    }
  }

  /** Counts what was read through it. */
  private static final class Counted extends FilterInputStream {
    private volatile long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      long now = count + Math.max(read, 0);
      count = now;
      return read;
    }
  }
}
