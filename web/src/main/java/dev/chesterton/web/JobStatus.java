package dev.chesterton.web;

import dev.chesterton.jobs.Expected;
import dev.chesterton.jobs.Freshness;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.JobLog;
import dev.chesterton.jobs.Processes;
import dev.chesterton.jobs.StoreSize;
import dev.chesterton.source.Parsed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is on record of the runs that write the store, read again when a run was added. May be used by several threads. */
final class JobStatus {

  private final OpenStore store;
  private final Expected expected;
  private final Clock clock;
  private final Processes processes;
  private final JobLog log;
  private Optional<String> version = Optional.empty();
  private Parsed<List<Job>> known = new Parsed<>(List.of(), List.of());

  JobStatus(OpenStore store, Expected expected, Clock clock) {
    this(store, expected, clock, Processes.HERE);
  }

  JobStatus(OpenStore store, Expected expected, Clock clock, Processes processes) {
    this.store = store;
    this.expected = expected;
    this.clock = clock;
    this.processes = processes;
    this.log = new JobLog(store.folder());
  }

  Instant now() {
    return clock.instant();
  }

  /** The runs, newest first, and what of the record cannot be read. */
  synchronized Parsed<List<Job>> jobs() {
    String now = log.version();
    if (version.filter(now::equals).isEmpty()) {
      known = log.read();
      version = Optional.of(now);
    }
    return known;
  }

  /** What is to be said of the last run where it has not ended; empty where it has. */
  String open() {
    return Freshness.open(jobs().value(), now(), processes);
  }

  Job.State state(Job job) {
    return job.state(processes);
  }

  /** A store that can only be served as it was is not fresh, however good the last run. */
  Freshness freshness() {
    Freshness ofRuns = Freshness.of(jobs().value(), expected, now(), processes);
    return store.trouble()
        .map(trouble -> new Freshness(false, "STALE: an older state is served, " + trouble))
        .orElse(ofRuns);
  }

  StoreSize size() {
    return store.ask(snapshot -> StoreSize.of(store.folder(), snapshot.summary().counts()));
  }
}
