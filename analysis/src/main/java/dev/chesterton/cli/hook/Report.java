package dev.chesterton.cli.hook;

import dev.chesterton.cli.Outside;
import dev.chesterton.cli.Printable;
import dev.chesterton.finding.Severity;
import dev.chesterton.settings.FailOn;
import dev.chesterton.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of a series at its end: nothing where there is nothing to tell. */
final class Report {
  private final Outside outside;
  private final FailOn failOn;
  private final boolean verbose;
  private final List<Told> all = new ArrayList<>();
  private int flagged;

  Report(Outside outside, Settings settings, boolean verbose) {
    this.outside = outside;
    this.failOn = settings.rules().failOn();
    this.verbose = verbose;
  }

  void add(OutgoingMail mail, List<Told> told) {
    if (!told.isEmpty()) {
      flagged++;
      all.addAll(told);
      line(mail.name() + ": " + mail.posting().message().subject());
      told.forEach(one -> line(one.line()));
    }
  }

  /**
   * The last line, and what becomes of the series.
   *
   * @param asked who was asked
   * @param patches how many were looked at
   */
  Decision end(String asked, int patches) {
    boolean stops = all.stream().anyMatch(this::stops);
    if (!all.isEmpty()) {
      line("chesterton (%s): %s in %d of %d %s; %s".formatted(asked, counts(), flagged, patches,
          patches == 1 ? "patch" : "patches",
          stops ? "nothing is sent, 'git send-email --no-validate' sends it all the same"
              : "sent all the same"));
    } else if (verbose) {
      line("chesterton (%s): nothing to tell of %d %s".formatted(asked, patches,
          patches == 1 ? "patch" : "patches"));
    }
    return stops ? Decision.STOP : Decision.PASS;
  }

  private boolean stops(Told told) {
    return failOn != FailOn.NEVER
        && told.severity().compareTo(Severity.valueOf(failOn.name())) >= 0;
  }

  private String counts() {
    return Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .filter(severity -> count(severity) > 0)
        .map(severity -> count(severity) + " " + severity.word()
            + (count(severity) == 1 ? "" : "s"))
        .collect(Collectors.joining(", "));
  }

  private long count(Severity severity) {
    return all.stream().filter(told -> told.severity() == severity).count();
  }

  private void line(String line) {
    outside.out().println(Printable.of(line));
  }
}
