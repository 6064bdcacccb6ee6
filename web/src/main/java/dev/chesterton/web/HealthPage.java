package dev.chesterton.web;

import dev.chesterton.jobs.Freshness;
import dev.chesterton.web.view.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the store is fresh, for machines that watch; looks at nothing but the record of runs and the store's summary. */
@Controller
final class HealthPage {

  private static final String TEXT = "text/plain;charset=UTF-8";

  private final JobStatus status;
  private final MetricsText metrics;
  private final Answers answers;

  HealthPage(JobStatus status, MetricsText metrics, Answers answers) {
    this.status = status;
    this.metrics = metrics;
    this.answers = answers;
  }

  @GetMapping("/healthz")
  ResponseEntity<String> health() {
    Freshness freshness = status.freshness();
    return freshness.isFresh()
        ? answers.passingText(HttpStatus.OK, "ok" + status.open() + "\n", TEXT)
        : answers.passingText(HttpStatus.SERVICE_UNAVAILABLE,
            Words.plain(freshness.words()).replaceFirst("^STALE", "stale") + "\n", TEXT);
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics() {
    return answers.passingText(HttpStatus.OK, metrics.text(), MetricsText.TYPE);
  }
}
