package dev.chesterton.bench;

import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What new mail costs in a process that goes on running: an epoch grows by one batch after the other, and each is read
 * into the store, committed, and seen by a reader that is opened anew.
 */
public final class WarmBatches {

  /** Batches before the first that counts: code is compiled meanwhile. */
  private static final int WARM_UP = 20;

  private WarmBatches() {}

  /**
   * Arguments: a bare epoch whose branch master may be moved, a store that is made, and a file of commits, oldest first,
   * each the end of a batch. Prints the batches that count; median, 90th percentile and maximum of the time one takes;
   * and the CPU time of one on average, all threads together. Milliseconds.
   */
  public static void main(String[] arguments) throws IOException {
    Path epoch = Path.of(arguments[0]);
    Path store = Path.of(arguments[1]);
    List<Long> nanos = new ArrayList<>();
    long cpuBegun = 0;
    for (String commit : Files.readAllLines(Path.of(arguments[2]))) {
      Files.writeString(epoch.resolve("refs/heads/master"), commit + "\n");
      cpuBegun = nanos.size() == WARM_UP ? cpuNanos() : cpuBegun;
      long begun = System.nanoTime();
      ingest(epoch, store);
      nanos.add(System.nanoTime() - begun);
    }
    long[] counted = nanos.stream().skip(WARM_UP).mapToLong(Long::longValue).sorted().toArray();
    System.out.printf("%d %.0f %.0f %.0f %.0f%n", counted.length, millis(counted, 0.5),
        millis(counted, 0.9), millis(counted, 1),
        (cpuNanos() - cpuBegun) / 1e6 / Math.max(1, counted.length));
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private static void ingest(Path epoch, Path store) {
    try (IndexUpdate update = IndexUpdate.open(store, "benchmark")) {
      new Ingest(update, ReadLimits.DEFAULT).mails("bench",
          MailSources.open(epoch, ReadLimits.DEFAULT).getFirst());
    }
    try (Index index = Index.open(store)) {
      index.counts();
    }
  }

  private static double millis(long[] sorted, double share) {
    int last = sorted.length - 1;
    return Arrays.stream(sorted).skip((long) (last * share)).findFirst().orElse(0) / 1e6;
  }
}
