package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static dev.chesterton.index.Letters.patch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any point: the run that follows ends in the same store as one that nobody disturbed. */
class KilledIngestTest {

  private static final int RANDOM_KILLS = 50;

  /** Runs that are killed one after the other before one is let through. */
  private static final int KILLS_IN_A_ROW = 5;

  private static final Random RANDOM = Seed.printed("KilledIngestTest");

  @TempDir
  private Path folder;
  private Path alpha = Path.of("");
  private Path beta = Path.of("");
  private List<String> undisturbed = List.of();
  private int steps;
  private int commits;

  @BeforeEach
  void runUndisturbed() throws IOException {
    alpha = alpha().write(folder.resolve("alpha.git"));
    beta = beta().write(folder.resolve("beta.git"));
    Path store = folder.resolve("undisturbed");
    String said = run(store, Integer.MAX_VALUE, Integer.MAX_VALUE);
    steps = said.length();
    commits = (int) said.chars().filter(c -> c == 'C').count();
    undisturbed = Everything.of(store);
    assertThat(commits).isGreaterThan(6);
  }

  /** Patches, answers, a mail that comes twice and one that is taken back. */
  private static EpochStream alpha() {
    EpochStream epoch = new EpochStream();
    for (int i = 0; i < 30; i++) {
      epoch.commit("m", patch("p" + i + "@x", "int a" + i + ";", "int b" + i + ";"));
      epoch.commit("m", letter("a" + i + "@x").answering("p" + i + "@x").minute(i));
    }
    return epoch.commit("m", letter("a3@x").answering("p3@x").minute(3).header("Received: twice"))
        .commit("d", letter("a4@x").answering("p4@x").minute(4));
  }

  /** Half of the same through another list, on other ways. */
  private static EpochStream beta() {
    EpochStream epoch = new EpochStream();
    for (int i = 0; i < 30; i += 2) {
      epoch.commit("m", patch("p" + i + "@x", "int a" + i + ";", "int b" + i + ";")
          .header("Received: by beta.example.org"));
    }
    return epoch;
  }

  @Test
  void randomPointsLeaveNoTrace() throws IOException {
    for (int chain = 0; chain < RANDOM_KILLS / KILLS_IN_A_ROW; chain++) {
      Path store = folder.resolve("random" + chain);
      List<Integer> points = new ArrayList<>();
      for (int kill = 0; kill < KILLS_IN_A_ROW; kill++) {
        points.add(1 + RANDOM.nextInt(steps));
        run(store, points.getLast(), Integer.MAX_VALUE);
      }
      assertThat(completed(store)).as("killed after %s steps", points).isEqualTo(undisturbed);
    }
  }

  @Test
  void everyCommitLeavesNoTrace() throws IOException {
    for (int commit = 1; commit <= commits; commit++) {
      Path store = folder.resolve("commit" + commit);
      run(store, Integer.MAX_VALUE, commit);
      assertThat(completed(store)).as("killed at commit %s", commit).isEqualTo(undisturbed);
    }
  }

  private List<String> completed(Path store) {
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      Ingest ingest = new Ingest(update, ReadLimits.DEFAULT);
      for (Path epoch : List.of(alpha, beta)) {
        MailSources.open(epoch, ReadLimits.DEFAULT)
            .forEach(source -> ingest.mails(listOf(epoch), source));
      }
    }
    return Everything.of(store);
  }

  private static String listOf(Path epoch) {
    return epoch.getFileName().toString().replace(".git", "");
  }

  /** Lets a run go so many steps or commits, then kills it; what it said till then. */
  private String run(Path store, int killAfterSteps, int killAtCommit) throws IOException {
    Process process = new ProcessBuilder(java(), "-Xmx128m", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
        System.getProperty("java.class.path"), KillableIngest.class.getName(), store.toString(),
        listOf(alpha), alpha.toString(), listOf(beta), beta.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    StringBuilder said = new StringBuilder();
    int seenCommits = 0;
    try (InputStream out = process.getInputStream()) {
      int step = out.read();
      while (step >= 0) {
        said.append((char) step);
        seenCommits += step == 'C' ? 1 : 0;
        if (said.length() >= killAfterSteps || seenCommits >= killAtCommit) {
          // Not Process.destroyForcibly, which closes what is still to be read.
          process.toHandle().destroyForcibly();
        }
        step = out.read();
      }
    } finally {
      await(process);
    }
    return said.toString();
  }

  private static void await(Process process) throws IOException {
    try {
      int exitCode = process.waitFor();
      boolean killed = exitCode == 128 + 9;
      assertThat(exitCode == 0 || killed).as("exit code %s", exitCode).isTrue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
