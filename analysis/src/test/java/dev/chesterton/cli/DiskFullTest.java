package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system of few megabytes that an ingest fills, and that is made larger afterwards. */
class DiskFullTest {
  private static final int MAILS = 1_200;

  /** Mounts it where nobody but its children sees it; leaves what became of each run, and a copy of the store. */
  private static final String SCRIPT = """
      mount -t tmpfs -o size=6m none small || exit 9
      ingest() {
        number=$1
        shift
        "$JAVA" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \\
          -cp "$CLASSES" dev.chesterton.cli.Main --store small/store "$@" >$number.out 2>$number.err
        echo $? >$number.code
      }
      ingest 1 ingest --list l first.mbox
      ingest 2 ingest --list l many.mbox
      ingest 3 search --count f:ann
      ingest 4 verify --deep
      mount -o remount,size=256m small || exit 9
      ingest 5 ingest --list l many.mbox
      cp -r small/store later
      """;

  @TempDir
  private Path home;

  @Test
  void theStoreStaysAtItsLastCommitAndGoesOnWhereThereIsRoom() throws Exception {
    assumeThat(run("mount -t tmpfs -o size=1m none small"))
        .as("unshare -Urm is not permitted here: no small file system can be mounted")
        .isZero();
    Files.writeString(home.resolve("first.mbox"), mails(0, 1));
    Files.writeString(home.resolve("many.mbox"), mails(1, MAILS));

    assertThat(run(SCRIPT)).isZero();

    assertThat(said("1.code")).as(said("1.err")).isEqualTo("0");
    assertThat(said("2.code")).isEqualTo("74");
    assertThat(said("2.err").lines().filter(line -> line.startsWith("chesterton: ")))
        .singleElement()
        .asString()
        .contains("small/store", "No space left on device", "room");
    assertThat(said("3.out")).isEqualTo("1");
    assertThat(said("4.code")).as(said("4.err")).isEqualTo("0");
    assertThat(said("5.code")).as(said("5.err")).isEqualTo("0");
    assertThat(everything("later")).isEqualTo(undisturbed());
  }

  private String undisturbed() {
    TestOutside outside = new TestOutside(home);
    assertThat(outside.run("--store", "other", "ingest", "--list", "l", "first.mbox")).isZero();
    assertThat(outside.run("--store", "other", "ingest", "--list", "l", "many.mbox")).isZero();
    return everything("other");
  }

  private String everything(String store) {
    TestOutside outside = new TestOutside(home);
    assertThat(outside.run("--store", store, "verify", "--deep")).as(() -> outside.err()).isZero();
    assertThat(outside.run("--store", store, "search", "--format", "jsonl", "-n", "10000", "f:ann"))
        .isZero();
    assertThat(outside.out()).hasLineCount(MAILS);
    return outside.out();
  }

  private String said(String file) throws IOException {
    return Files.readString(home.resolve(file)).strip();
  }

  /** The code a script ends with, in a name space of its own; that of {@code unshare} where there can be none. */
  private int run(String script) throws IOException, InterruptedException {
    Files.createDirectories(home.resolve("small"));
    ProcessBuilder builder = new ProcessBuilder("unshare", "-Urm", "sh", "-c", script)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("script.out").toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java")
            .toString());
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    try {
      return builder.start().waitFor();
    } catch (IOException _) {
      // There is no such program.
      return -1;
    }
  }

  /** Noise from one seed, so that it does not become small in the store. */
  private static String mails(int from, int to) {
    Random random = new Random(17);
    return IntStream.range(from, to).mapToObj(i -> """
        From ann@example.org Sat Jun 01 10:00:00 2024
        From: Ann <ann@example.org>
        Message-ID: <%d@example.org>
        Date: 01 Jun 2024 10:00:00 +0000
        Subject: letter %d

        %s

        """.formatted(i, i, noise(random))).collect(Collectors.joining());
  }

  private static String noise(Random random) {
    return random.ints(800)
        .mapToObj(Integer::toHexString)
        .collect(Collectors.joining("\n"));
  }
}
