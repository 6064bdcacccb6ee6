package dev.chesterton.jobs;

import dev.chesterton.jobs.Expected.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a store is fresh, in a sentence.
 *
 * @param words as the pages and {@code /healthz} say it
 */
public record Freshness(boolean isFresh, String words) {

  /**
   * What the runs say of the archives that are wanted; where none is configured, of those of the last run.
   *
   * @param all newest first
   */
  public static Freshness of(List<Job> all, Expected expected, Instant now, Processes processes) {
    Freshness ofEnded = of(all.stream().filter(job -> job.end().isPresent()).toList(), expected,
        now);
    return new Freshness(ofEnded.isFresh(), ofEnded.words() + open(all, now, processes));
  }

  /** What is said of the last run where it has not ended; nothing where it has. */
  public static String open(List<Job> all, Instant now, Processes processes) {
    return all.stream().findFirst().map(job -> switch (job.state(processes)) {
      case ENDED -> "";
      case RUNNING -> "; a run has been under way for " + age(job, now);
      case BROKEN_OFF -> "; the last run, begun " + age(job, now) + " ago, did not come to its end";
    }).orElse("");
  }

  private static String age(Job job, Instant now) {
    return age(notNegative(Duration.between(job.begin(), now)));
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  private static Freshness of(List<Job> jobs, Expected expected, Instant now) {
    if (jobs.isEmpty()) {
      return new Freshness(false, "STALE: no run is on record");
    }
    Optional<Instant> oldest = Optional.of(Instant.MAX);
    Wanted worst = new Wanted(ArchiveRun.Kind.MAILS, "");
    for (Wanted wanted : wanted(jobs, expected)) {
      Optional<Instant> good = lastGood(jobs, wanted);
      if (good.isEmpty()) {
        return new Freshness(false, "STALE: no good run of " + wanted.name() + " is on record"
            + reason(jobs, wanted));
      }
      if (good.get().isBefore(oldest.orElseThrow())) {
        oldest = good;
        worst = wanted;
      }
    }
    Instant since = oldest.filter(instant -> instant.isBefore(Instant.MAX))
        .orElse(jobs.getFirst().begin());
    Duration behind = notNegative(Duration.between(since, now));
    return behind.compareTo(expected.most()) <= 0
        ? new Freshness(true, "up to date, " + age(behind) + " behind" + lastFailure(jobs))
        : new Freshness(false, "STALE: last good run " + of(worst) + age(behind) + " ago"
            + reason(jobs, worst));
  }

  private static Set<Wanted> wanted(List<Job> jobs, Expected expected) {
    Set<Wanted> wanted = new LinkedHashSet<>(expected.archives());
    if (wanted.isEmpty()) {
      jobs.getFirst()
          .archives()
          .forEach(archive -> wanted.add(new Wanted(archive.kind(), archive.name())));
    }
    return wanted;
  }

  /** What had come by its beginning is in the store. */
  private static Optional<Instant> lastGood(List<Job> jobs, Wanted wanted) {
    return jobs.stream()
        .filter(job -> job.archives().stream().anyMatch(wanted::is))
        .filter(job -> job.archives().stream().filter(wanted::is).allMatch(ArchiveRun::isGood))
        .map(Job::begin)
        .findFirst();
  }

  private static String of(Wanted wanted) {
    return wanted.name().isEmpty() ? "" : "of " + wanted.name() + " ";
  }

  private static String reason(List<Job> jobs, Wanted wanted) {
    Optional<String> ofArchive = jobs.stream()
        .flatMap(job -> job.archives().stream())
        .filter(wanted::is)
        .findFirst()
        .flatMap(ArchiveRun::error);
    return ofArchive.or(() -> failure(jobs.getFirst())).map(reason -> ", " + reason).orElse("");
  }

  private static String lastFailure(List<Job> jobs) {
    return failure(jobs.getFirst()).map(reason -> "; the last run failed in part: " + reason)
        .orElse("");
  }

  private static Optional<String> failure(Job job) {
    return job.errors()
        .stream()
        .findFirst()
        .or(() -> job.archives()
            .stream()
            .flatMap(archive -> archive.error().stream().map(why -> archive.name() + ": " + why))
            .findFirst())
        .or(() -> job.steps()
            .stream()
            .flatMap(step -> step.error().stream().map(why -> step.name() + ": " + why))
            .findFirst());
  }

  /** In the largest unit of which there are at least two. */
  public static String age(Duration age) {
    if (age.toHours() >= 48) {
      return age.toDays() + " days";
    }
    return age.toMinutes() >= 120 ? age.toHours() + " h"
        : String.format(Locale.ROOT, "%d min", age.toMinutes());
  }
}
