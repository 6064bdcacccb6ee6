package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Letters.patch;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.source.RawMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the files of a store, nothing but a {@link StoreException} comes out. */
class DamageTest {
  private static final List<RawMail> MAILS = List.of(letter("1@x").mail(),
      patch("2@x", "int a;", "int b;").answering("1@x").mail(), letter("3@x").mail());
  private static final int FLIPS_PER_FILE = 40;

  @TempDir
  private Path folder;
  private List<Path> files = List.of();

  @BeforeEach
  void make() throws IOException {
    ingest(folder, "list", MAILS);
    ingest(folder, "other", MAILS.getFirst());
    try (Stream<Path> all = Files.list(LuceneStore.indexOf(folder))) {
      files = all.sorted().toList();
    }
  }

  @Test
  void lostFileIsToldWithTheWayOut() throws IOException {
    int told = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      told += isToldAsDamage(file) ? 1 : 0;
      Files.write(file, bytes);
    }
    assertThat(told).isGreaterThan(2);
  }

  @Test
  void cutFileIsTold() throws IOException {
    int told = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      told += isToldAsDamage(file) ? 1 : 0;
      Files.write(file, bytes);
    }
    assertThat(told).isGreaterThan(2);
  }

  @Test
  void flippedBitsAreToldOrDoNoHarm() throws IOException {
    Random random = Seed.printed("DamageTest");
    int told = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < FLIPS_PER_FILE && bytes.length > 0; i++) {
        byte[] damaged = bytes.clone();
        damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, damaged);
        told += isToldAsDamage(file) ? 1 : 0;
      }
      Files.write(file, bytes);
    }
    assertThat(told).isGreaterThan(FLIPS_PER_FILE);
  }

  /** Asks everything; any other exception fails the test by itself. */
  private boolean isToldAsDamage(Path file) {
    try {
      assertThat(Everything.of(folder)).as("%s", file).isNotEmpty();
      return false;
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("'" + folder + "'").hasMessageNotContaining("\n");
      return true;
    }
  }
}
