package dev.chesterton.review;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Severity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what was found in one or more patches, for the last line of checkpatch's form. */
public final class Total {
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private final Set<String> tests = new LinkedHashSet<>();

  public void add(Review review) {
    for (Finding finding : review.findings()) {
      counts.merge(finding.severity(), 1, Integer::sum);
    }
    if (!review.findings().isEmpty()) {
      review.dossier().suggestedTest().ifPresent(tests::add);
    }
  }

  public int of(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  /** How many of each severity, strongest first: {@code 0 errors, 2 warnings, 1 checks}. */
  public String counts() {
    return Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .map(severity -> of(severity) + " " + severity.word() + "s")
        .collect(Collectors.joining(", "));
  }

  /** Empty where nothing was found. */
  public Optional<String> line() {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    String test = tests.isEmpty() ? "" : "; suggested test: " + String.join(", ", tests);
    return Optional.of("total: " + counts() + test);
  }
}
