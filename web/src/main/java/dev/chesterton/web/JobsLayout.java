package dev.chesterton.web;

import dev.chesterton.index.StoreSummary;
import dev.chesterton.index.StoreSummary.Span;
import dev.chesterton.jobs.ArchiveRun;
import dev.chesterton.jobs.ArchiveRun.Counts;
import dev.chesterton.jobs.Freshness;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.Step;
import dev.chesterton.jobs.StoreSize;
import dev.chesterton.source.Problem;
import dev.chesterton.web.view.Dates;
import dev.chesterton.web.view.JobsView;
import dev.chesterton.web.view.JobsView.Archive;
import dev.chesterton.web.view.JobsView.Run;
import dev.chesterton.web.view.JobsView.Skipped;
import dev.chesterton.web.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays the record of runs out for its page. */
final class JobsLayout {

  private static final int MOST_RUNS = 30;
  private static final int MOST_SKIPPED = 100;

  private final JobStatus status;
  private final StoreSummary summary;
  private final Optional<String> trouble;

  JobsLayout(JobStatus status, StoreSummary summary, Optional<String> trouble) {
    this.status = status;
    this.summary = summary;
    this.trouble = trouble;
  }

  JobsView view() {
    List<Job> jobs = status.jobs().value();
    Freshness freshness = status.freshness();
    return new JobsView(Words.of(freshness.words()), freshness.isFresh(), store(), archives(jobs),
        jobs.stream().limit(MOST_RUNS).map(this::run).toList(),
        status.jobs().problems().stream().map(problem -> Words.of(problem.toString())).toList());
  }

  private JobsView.Store store() {
    StoreSize size = status.size();
    return new JobsView.Store(count(size.generation()), count(size.mails()), count(size.patches()),
        count(size.commits()), bytes(size.bytes()), bytes(size.freeBytes()),
        Words.of(trouble.map(why -> "perhaps: " + why).orElse("no")));
  }

  /** Each archive once, as its last run left it. */
  private List<Archive> archives(List<Job> jobs) {
    List<Archive> archives = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Job job : jobs) {
      for (ArchiveRun run : job.archives()) {
        if (seen.add(run.kind() + " " + run.name())) {
          archives.add(archive(job, run));
        }
      }
    }
    return archives;
  }

  private Archive archive(Job job, ArchiveRun run) {
    List<Skipped> skipped = run.skipped()
        .stream()
        .limit(MOST_SKIPPED)
        .map(JobsLayout::skipped)
        .toList();
    return new Archive(Words.of(run.name()), word(run.kind()),
        Dates.minute(job.end().orElse(job.begin())),
        took(run.tookMillis()), count(run.counts().added()), count(run.counts().known()),
        count(run.counts().removed()), skipped(run.counts()), newest(run),
        run.rewritten() ? "yes" : "no", Words.of(run.error().orElse("read to its end")),
        run.heads().entrySet().stream().map(JobsLayout::head).toList(), skipped,
        more(run.counts().skipped() - skipped.size()));
  }

  private static String skipped(Counts counts) {
    return count(counts.skipped())
        + (counts.skippedBytes() == 0 ? "" : ", " + bytes(counts.skippedBytes()));
  }

  private static Skipped skipped(Problem problem) {
    return new Skipped(Words.of(problem.where()), Words.of(problem.what()));
  }

  private static Words head(Map.Entry<String, String> head) {
    return Words.of(head.getKey() + " " + head.getValue());
  }

  private static String more(long left) {
    return left <= 0 ? "" : "and " + count(left) + " more";
  }

  /** How old the newest mail or commit is: what the mirror or the list lags behind, too. */
  private String newest(ArchiveRun run) {
    List<Span> spans = run.kind() == ArchiveRun.Kind.MAILS ? summary.archives() : summary.trees();
    return spans.stream()
        .filter(span -> span.name().equals(run.name()))
        .findFirst()
        .map(span -> Dates.minute(span.last()) + " (" + age(span.last()) + ")")
        .orElse("none");
  }

  private String age(Instant instant) {
    Duration age = Duration.between(instant, status.now());
    return age.isNegative() ? "in the future" : Freshness.age(age) + " ago";
  }

  private Run run(Job job) {
    Counts all = job.archives().stream().map(ArchiveRun::counts).reduce(Counts.NONE, Counts::plus);
    return new Run(Dates.minute(job.begin()), word(job.kind()),
        job.end().map(end -> took(Duration.between(job.begin(), end).toMillis())).orElse(""),
        count(all.added()), skipped(all),
        Words.of(job.steps().stream().map(JobsLayout::step).collect(Collectors.joining("; "))),
        Words.of(switch (status.state(job)) {
          case ENDED -> result(job);
          case RUNNING -> "under way";
          case BROKEN_OFF -> "did not come to its end: its process is gone";
        }));
  }

  private static String step(Step step) {
    return step.name() + " " + took(step.tookMillis()) + ": " + step.counts()
        .entrySet()
        .stream()
        .map(count -> count.getKey() + " " + count(count.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String result(Job job) {
    String failures = Stream.of(job.errors().stream(),
        job.archives()
            .stream()
            .flatMap(run -> run.error()
                .map(why -> run.name() + ": " + why)
                .stream()),
        job.steps()
            .stream()
            .flatMap(step -> step.error()
                .map(why -> step.name() + ": " + why)
                .stream()))
        .flatMap(each -> each)
        .collect(Collectors.joining("; "));
    return failures.isEmpty() ? "good" : failures;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String took(long millis) {
    return millis < 120_000 ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
        : Freshness.age(Duration.ofMillis(millis));
  }

  private static String bytes(long bytes) {
    if (bytes < 1 << 20) {
      return String.format(Locale.ROOT, "%,.1f KiB", bytes / 1024.0);
    }
    return bytes < 10L << 30 ? String.format(Locale.ROOT, "%,.1f MiB", bytes / 1048576.0)
        : String.format(Locale.ROOT, "%,.1f GiB", bytes / 1073741824.0);
  }
}
