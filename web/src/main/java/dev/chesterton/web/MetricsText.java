package dev.chesterton.web;

import dev.chesterton.jobs.ArchiveRun;
import dev.chesterton.jobs.Job;
import dev.chesterton.jobs.StoreSize;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Store, runs and requests as numbers, in the text format of Prometheus; names and labels stay as they are. */
final class MetricsText {

  static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final JobStatus status;
  private final RequestCounts requests;
  private final LongSupplier sentAgain;

  /** @param sentAgain answers that were sent without being made anew */
  MetricsText(JobStatus status, RequestCounts requests, LongSupplier sentAgain) {
    this.status = status;
    this.requests = requests;
    this.sentAgain = sentAgain;
  }

  String text() {
    List<MetricSnapshot> all = new ArrayList<>();
    store(status.size(), all);
    all.add(gauge("chesterton_fresh", "1 where the store is up to date",
        status.freshness().isFresh() ? 1 : 0));
    List<Job> jobs = status.jobs().value();
    jobs.stream()
        .flatMap(job -> job.end().stream())
        .findFirst()
        .map(end -> gauge("chesterton_job_age_seconds", "since the last run ended",
            Duration.between(end, status.now()).toMillis() / 1000.0))
        .ifPresent(all::add);
    all.add(gauge("chesterton_job_broken_off", "1 where the last run did not come to its end",
        jobs.stream().limit(1).anyMatch(job -> status.state(job) == Job.State.BROKEN_OFF)
            ? 1
            : 0));
    archives(lastRuns(jobs), all);
    all.add(requests());
    all.add(CounterSnapshot.builder()
        .name("chesterton_pages_sent_again")
        .help("answers sent without being made anew")
        .dataPoint(CounterDataPointSnapshot.builder().value((double) sentAgain.getAsLong()).build())
        .build());
    return written(new MetricSnapshots(all));
  }

  private static void store(StoreSize size, List<MetricSnapshot> all) {
    all.add(count("chesterton_store_generation", "commits of the store", size.generation()));
    all.add(count("chesterton_mails", "mails in the store", size.mails()));
    all.add(count("chesterton_patches", "patches among them", size.patches()));
    all.add(count("chesterton_commits", "commits of trees in the store", size.commits()));
    all.add(count("chesterton_store_bytes", "size of the store, without copies of archives",
        size.bytes()));
    all.add(count("chesterton_free_bytes", "room left on its disk", size.freeBytes()));
  }

  private static MetricSnapshot count(String name, String help, long value) {
    return gauge(name, help, (double) value);
  }

  private static MetricSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  /** The last run of an archive. */
  private record LastRun(Job job, ArchiveRun archive) {}

  private static List<LastRun> lastRuns(List<Job> jobs) {
    Map<String, LastRun> last = new LinkedHashMap<>();
    for (Job job : jobs) {
      job.archives()
          .forEach(archive -> last.putIfAbsent(archive.kind() + " " + archive.name(),
              new LastRun(job, archive)));
    }
    return List.copyOf(last.values());
  }

  private static void archives(List<LastRun> runs, List<MetricSnapshot> all) {
    if (runs.isEmpty()) {
      return;
    }
    all.add(ofArchives("chesterton_archive_last_begin_seconds", "begin of the last run, Unix time",
        runs, run -> seconds(run.job().begin())));
    all.add(ofArchives("chesterton_archive_last_end_seconds", "end of the last run, Unix time",
        runs, run -> seconds(run.job().end().orElse(run.job().begin()))));
    all.add(ofArchives("chesterton_archive_last_ok", "1 where it was read to its end", runs,
        run -> run.archive().isGood() ? 1 : 0));
    all.add(ofArchives("chesterton_archive_last_new", "new mails or commits of the last run", runs,
        run -> run.archive().counts().added()));
    all.add(ofArchives("chesterton_archive_last_skipped", "what the last run skipped", runs,
        run -> run.archive().counts().skipped()));
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  private static MetricSnapshot ofArchives(String name, String help, List<LastRun> runs,
      ToDoubleFunction<LastRun> value) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    runs.forEach(run -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
        .labels(Labels.of("archive", run.archive().name(), "kind",
            JobsLayout.word(run.archive().kind())))
        .value(value.applyAsDouble(run))
        .build()));
    return gauge.build();
  }

  private MetricSnapshot requests() {
    CounterSnapshot.Builder counter = CounterSnapshot.builder()
        .name("chesterton_http_requests")
        .help("answers by address and status");
    requests.counts()
        .forEach((key, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
            .labels(Labels.of("page", key.page(), "status", Integer.toString(key.status())))
            .value(count)
            .build()));
    return counter.build();
  }

  private static String written(MetricSnapshots all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(bytes, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
