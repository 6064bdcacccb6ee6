package dev.chesterton.review;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Severity;
import dev.chesterton.finding.rank.Rank;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a patch after a first look.
 *
 * @param findings all of them where the rank is worth it, else those that need nothing but the patch
 */
public record Screening(Rank rank, List<Finding> findings) {
  public Screening {
    findings = List.copyOf(findings);
  }

  /** The strongest finding; empty where there is none. */
  public Optional<Severity> severity() {
    return findings.stream().map(Finding::severity).max(Severity::compareTo);
  }

  /** A finding has at least the severity of a warning. */
  public boolean isFlagged() {
    return severity().filter(severity -> severity.compareTo(Severity.WARNING) >= 0).isPresent();
  }
}
