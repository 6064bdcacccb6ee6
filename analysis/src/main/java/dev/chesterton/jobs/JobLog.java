package dev.chesterton.jobs;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last runs of a store, lines of JSON in {@code jobs/jobs.jsonl}: one for the beginning of a run, one for its end, which
 * takes the place of the first. Several processes may add to it.
 */
public final class JobLog {

  /** Runs kept, and bytes of them. */
  static final int MOST_JOBS = 400;
  static final long MOST_BYTES = 16 << 20;

  /** As much more may gather before the file is written anew. */
  private static final int SLACK = 100;

  private final Path folder;
  private final Path file;

  public JobLog(Path store) {
    this.folder = store.resolve("jobs");
    this.file = folder.resolve("jobs.jsonl");
  }

  /** Adds a run; one line that is written at once, or, when the disk is full, not at all or in part. */
  public synchronized void append(Job job) {
    try {
      Files.createDirectories(folder);
      try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE); var _ = lock.lock()) {
        write((endsInLine() ? "" : "\n") + JobJson.text(job) + "\n");
        trim();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write '" + file + "': " + e.getMessage()
          + "; see that the disk has room", e);
    }
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** A run that was killed while it wrote leaves half a line. */
  private boolean endsInLine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) == '\n';
    }
  }

  private void trim() throws IOException {
    List<String> lines = lines();
    if (lines.size() > MOST_JOBS + SLACK || Files.size(file) > MOST_BYTES) {
      Path shorter = folder.resolve("jobs.new");
      Files.write(shorter, bounded(last(lines)));
      Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The lines of the last runs, oldest first. */
  private static List<String> last(List<String> lines) {
    return RunLines.newestFirst(lines)
        .stream()
        .limit(MOST_JOBS)
        .map(RunLines.Line::text)
        .toList()
        .reversed();
  }

  /** The last ones that take half of the room. */
  private static List<String> bounded(List<String> lines) {
    long bytes = 0;
    int from = lines.size();
    while (from > 0 && bytes + lines.get(from - 1).length() <= MOST_BYTES / 2) {
      bytes += lines.get(--from).length();
    }
    return lines.subList(Math.min(from, lines.size() - 1), lines.size());
  }

  /** Oldest first; {@link #trim} keeps them few. */
  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The runs, the one first that was written down last; a line that is none is a problem. */
  public Parsed<List<Job>> read() {
    if (!Files.exists(file)) {
      return new Parsed<>(List.of(), List.of());
    }
    try {
      List<Job> jobs = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      for (RunLines.Line line : RunLines.newestFirst(lines()).stream().limit(MOST_JOBS).toList()) {
        line.job()
            .ifPresentOrElse(jobs::add, () -> problems.add(new Problem(file.toString(),
                "a line is damaged, a run is not shown")));
      }
      return new Parsed<>(List.copyOf(jobs), problems);
    } catch (IOException e) {
      return new Parsed<>(List.of(), List.of(new Problem(file.toString(),
          "cannot be read: " + e.getMessage())));
    }
  }

  /** How the last run that told it left the store; its generation says whether that still holds. */
  public Optional<StoreSize> lastStore() {
    try {
      return Files.exists(file)
          ? lines().reversed()
              .stream()
              .flatMap(line -> JobJson.read(line).stream())
              .flatMap(job -> job.store().stream())
              .findFirst()
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Changes whenever a run is added; asked without reading. */
  public String version() {
    try {
      return Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
