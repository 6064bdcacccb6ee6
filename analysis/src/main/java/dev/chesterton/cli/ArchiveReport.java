package dev.chesterton.cli;

import dev.chesterton.index.IngestReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What became of one archive, one epoch of it, or one tree in an ingest. */
sealed interface ArchiveReport {

  IngestJob job();

  /** Where in the path of the job, in words: {@code git/0.git}. */
  String place();

  /** All of it is in the store, nothing was passed over for a fault. */
  boolean isWhole();

  /** It was read, perhaps not to its end. */
  record Read(IngestJob job, String place, IngestReport report, Duration took)
      implements
        ArchiveReport {
    @Override
    public boolean isWhole() {
      return report.skipped().isEmpty();
    }
  }

  /** It could not be opened. */
  record Failed(IngestJob job, String place, RuntimeException cause) implements ArchiveReport {
    @Override
    public boolean isWhole() {
      return false;
    }
  }

  /** How a run ends: with a code of its own only where nothing at all could be read. */
  static ExitCode exitCode(Collection<ArchiveReport> reports) {
    if (reports.stream().allMatch(ArchiveReport::isWhole)) {
      return ExitCode.OK;
    }
    if (reports.stream().anyMatch(report -> report instanceof Read)) {
      return ExitCode.SKIPPED;
    }
    List<ExitCode> codes = causes(reports).map(Failure::codeOf).distinct().toList();
    return codes.size() == 1 ? codes.getFirst() : ExitCode.IO;
  }

  private static Stream<RuntimeException> causes(Collection<ArchiveReport> reports) {
    return reports.stream()
        .flatMap(
            report -> report instanceof Failed failed ? Stream.of(failed.cause()) : Stream.of());
  }
}
