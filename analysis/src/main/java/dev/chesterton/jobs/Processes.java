package dev.chesterton.jobs;

import java.time.Duration;
import java.time.Instant;

/** Tells whether the process of a run is still there. */
public interface Processes {

  /** Those of this machine, as far as this process may see them. */
  Processes HERE = Processes::isHere;

  /**
   * Whether it runs.
   *
   * @param since when the process was there; one that began later only bears its number
   */
  boolean isRunning(long pid, Instant since);

  private static boolean isHere(long pid, Instant since) {
    // The system counts in other steps than the clock of a run.
    Instant latest = since.plus(Duration.ofMinutes(1));
    return ProcessHandle.of(pid)
        .filter(process -> process.info().startInstant().stream().noneMatch(latest::isBefore))
        .isPresent();
  }
}
