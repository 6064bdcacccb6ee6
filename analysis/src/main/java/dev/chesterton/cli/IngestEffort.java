package dev.chesterton.cli;

import dev.chesterton.history.TreeLimits;
import dev.chesterton.settings.Limits;
import dev.chesterton.settings.Quantity;
import dev.chesterton.source.ReadLimits;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The options of ingest that say how much is read and done at once; where they are missing, the settings do. */
final class IngestEffort {

  @Option(names = "--max-message", paramLabel = "SIZE", description = "bytes read of one mail, with k, m or g (default: chesterton.maxMessage, 32m)")
  private Optional<String> maxMessage = Optional.empty();

  @Option(names = "--jobs", paramLabel = "N", description = "threads that take mails apart; 0 is one for each processor (default: chesterton.jobs, 0)")
  private Optional<String> jobs = Optional.empty();

  /** Complains before anything is begun. */
  void check(Limits limits) {
    limits(limits);
    threads(limits);
  }

  /** What a run of them may take. */
  IngestRun.Bounds bounds(Limits limits) {
    return new IngestRun.Bounds(limits(limits), TreeLimits.of(limits), threads(limits));
  }

  ReadLimits limits(Limits limits) {
    ReadLimits ofSettings = ReadLimits.of(limits);
    return maxMessage
        .map(text -> number("--max-message", text, Limits.LEAST_MESSAGE_BYTES, Integer.MAX_VALUE))
        .map(ofSettings::withMessageBytes)
        .orElse(ofSettings);
  }

  int threads(Limits limits) {
    return jobs.map(text -> number("--jobs", text, 0, Limits.MOST_JOBS)).orElse(limits.jobs());
  }

  private static int number(String option, String text, int least, int most) {
    OptionalLong number = Quantity.parse(text, least, most);
    return (int) number.orElseThrow(() -> new InputException(ExitCode.USAGE,
        option + " '" + text + "' must be a number from " + least + " to " + most));
  }
}
