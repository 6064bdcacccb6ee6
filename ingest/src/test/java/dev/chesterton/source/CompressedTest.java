package dev.chesterton.source;

import static dev.chesterton.Archives.SEPARATOR;
import static dev.chesterton.source.Arrivals.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.Archives;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files in each compression, whole, damaged and hostile. */
class CompressedTest {
  private static final List<String> MAILS = List.of("A: b\n\nx\n", "C: d\n\ny\n", "E: f\n\nz\n");
  private static final int MAGIC_BYTES = 6;

  @TempDir
  Path folder;

  /** How a file is packed. */
  enum Packer {
    GZIP, XZ, ZSTD;

    byte[] pack(byte[] bytes) throws IOException {
      return switch (this) {
        case GZIP -> Archives.gzip(bytes);
        case XZ -> Archives.xz(bytes);
        case ZSTD -> Archives.zstd(bytes);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadWhateverTheNameOfTheFile(Packer packer) throws IOException {
    assertThat(texts(read(packer.pack(Archives.bytes(Archives.mboxrd(MAILS))))))
        .isEqualTo(MAILS);
    assertThat(
        texts(read(packer.pack(Archives.bytes("From: a@x.example\nTo: b@x.example\n\nx\n")))))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void severalStreamsBehindEachOtherAreOneFile(Packer packer) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String mail : MAILS) {
      all.write(packer.pack(Archives.bytes(Archives.mboxrd(List.of(mail)))));
      all.write(packer.pack(new byte[0]));
    }

    assertThat(texts(read(all.toByteArray()))).isEqualTo(MAILS);
  }

  @ParameterizedTest
  @EnumSource
  void truncationLosesTheTailAndNothingElse(Packer packer) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String mail : MAILS) {
      all.write(packer.pack(Archives.bytes(Archives.mboxrd(List.of(mail)))));
    }
    byte[] whole = all.toByteArray();
    int part = whole.length / MAILS.size();

    for (int length = MAGIC_BYTES; length < whole.length; length++) {
      List<Arrival> arrivals = read(Arrays.copyOf(whole, length));
      List<String> texts = texts(arrivals);

      assertThat(texts).as("cut at " + length).isEqualTo(MAILS.subList(0, texts.size()));
      assertThat(texts.size()).as("cut at " + length).isGreaterThanOrEqualTo(length / part - 1);
      boolean betweenStreams = length % part == 0;
      assertThat(arrivals.getLast() instanceof Arrival.Skipped).as("cut at " + length)
          .isEqualTo(!betweenStreams);
    }
  }

  @ParameterizedTest
  @EnumSource
  void damageCostsAtMostWhatComesAfterIt(Packer packer) throws IOException {
    byte[] whole = packer.pack(Archives.bytes(Archives.mboxrd(MAILS)));
    for (int i = MAGIC_BYTES; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x55;

      List<Arrival> arrivals = read(damaged);

      assertThat(arrivals).as("damaged at " + i).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatGrowsBeyondReasonIsStopped(Packer packer) throws IOException {
    byte[] mbox = new byte[64 << 20];
    byte[] start = Archives.bytes(Archives.mboxrd(MAILS) + SEPARATOR + "G: h\n\n");
    System.arraycopy(start, 0, mbox, 0, start.length);

    List<Arrival> arrivals = read(packer.pack(mbox));

    assertThat(texts(arrivals)).isEqualTo(MAILS);
    assertThat(Arrivals.skipped(arrivals)).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("200 times"));
  }

  @Test
  void whatFollowsTheLastGzipMemberIsNamed() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(Archives.gzip(Archives.bytes(Archives.mboxrd(MAILS))));
    all.write("rubbish".getBytes(StandardCharsets.US_ASCII));

    List<Arrival> arrivals = read(all.toByteArray());

    assertThat(texts(arrivals)).isEqualTo(MAILS.subList(0, 2));
    assertThat(Arrivals.skipped(arrivals)).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("gzip member"));
  }

  @Test
  void thousandsOfEmptyGzipMembersCostNoStack() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] empty = Archives.gzip(new byte[0]);
    for (int i = 0; i < 100_000; i++) {
      all.write(empty);
    }
    all.write(Archives.gzip(Archives.bytes(Archives.mboxrd(MAILS))));

    assertThat(texts(read(all.toByteArray()))).isEqualTo(MAILS);
  }

  @Test
  void xzThatWantsTooMuchMemoryIsRefused() throws IOException {
    byte[] packed = Archives.xz(Archives.bytes(Archives.mboxrd(MAILS)));
    // The first block header: size, flags, LZMA2, one byte of properties: the size of the dictionary.
    int header = 12;
    int length = (packed[header] + 1) * 4;
    packed[header + 4] = 30;
    CRC32 crc = new CRC32();
    crc.update(packed, header, length - 4);
    for (int i = 0; i < 4; i++) {
      packed[header + length - 4 + i] = (byte) (crc.getValue() >> 8 * i);
    }

    assertThat(Arrivals.skipped(read(packed))).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("memory"));
  }

  @Test
  void zstdThatWantsTooMuchMemoryIsRefused() throws IOException {
    // Magic number, no content size, a window of 2^30 bytes, one last raw block of one byte.
    byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xa0, 9, 0, 0, 'x'};

    assertThat(Arrivals.skipped(read(frame))).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("memory"));
  }

  @Test
  void otherCompressedFilesAreRefusedByName() throws IOException {
    Path file = Files.write(folder.resolve("mails.bz2"), Archives.bytes("BZh91AY&SY\0\1\2\3"));

    assertThatThrownBy(() -> Arrivals.of(file)).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("mails.bz2")
        .hasMessageContaining(".zst");
  }

  private List<Arrival> read(byte[] bytes) throws IOException {
    return Arrivals.of(Files.write(folder.resolve("mails"), bytes));
  }
}
