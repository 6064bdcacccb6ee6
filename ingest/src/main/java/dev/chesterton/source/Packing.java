package dev.chesterton.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.tukaani.xz.XZInputStream;

/** How a file is compressed, told by its first bytes and never by its name. */
enum Packing {
  NONE(""), GZIP("1f8b"), XZ("fd377a585a00"), ZSTD("28b52ffd");

  static final int MAGIC_BYTES = 6;

  /** What {@code xz -9} needs to unpack; archives made with a dictionary of their own choice may need more. */
  private static final int MAX_XZ_KIB = 72 << 10;
  /** 128 MiB, outside of the heap: what {@code zstd} itself unpacks without being told to use more memory. */
  private static final int MAX_ZSTD_WINDOW_LOG = 27;

  private final String magic;

  /** @param magic hexadecimal */
  Packing(String magic) {
    this.magic = magic;
  }

  static Packing of(byte[] start) {
    String hex = HexFormat.of().formatHex(start);
    return Arrays.stream(values())
        .filter(packing -> packing != NONE && hex.startsWith(packing.magic))
        .findFirst()
        .orElse(NONE);
  }

  /** All streams, members or frames of the file, one behind the other. */
  InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GzipMembers(packed);
      case XZ -> new XZInputStream(packed, MAX_XZ_KIB);
      case ZSTD -> new ZstdInputStreamNoFinalizer(packed).setLongMax(MAX_ZSTD_WINDOW_LOG);
    };
  }
}
