package dev.chesterton.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a file, gzipped or not, and stops a compressed one that grows beyond all reason (docs/limits.md). */
final class Unpacked {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final long MAX_BYTES = 64L << 30;
  private static final long FREE_BYTES = 16L << 20;
  private static final int MAX_RATIO = 200;

  private Unpacked() {}

  /** @throws ArchiveException when the file cannot be opened */
  static InputStream open(Path file) {
    try {
      return isGzip(file) ? gunzip(Files.newInputStream(file)) : Files.newInputStream(file);
    } catch (IOException e) {
      throw new ArchiveException("cannot open '" + file + "': " + e.getMessage(), e);
    }
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    }
  }

  private static InputStream gunzip(InputStream file) throws IOException {
    Counted packed = new Counted(file);
    try {
      return new Limited(new GZIPInputStream(packed, BUFFER_BYTES), packed);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Counts what was read through it. */
  private static class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }

  private static final class Limited extends Counted {
    private final Counted packed;

    Limited(InputStream unpacked, Counted packed) {
      super(unpacked);
      this.packed = packed;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (count() > MAX_BYTES) {
        throw new IOException("more than " + MAX_BYTES + " bytes unpacked");
      }
      if (count() > FREE_BYTES && count() > packed.count() * MAX_RATIO) {
        throw new IOException("unpacks to more than " + MAX_RATIO + " times its size");
      }
      return read;
    }
  }
}
