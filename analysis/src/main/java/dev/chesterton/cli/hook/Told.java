package dev.chesterton.cli.hook;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Severity;
import dev.chesterton.settings.RuleSettings;
import dev.chesterton.settings.RuleSwitch;
import java.util.List;
import java.util.Optional;

/**
 * A finding as the hook tells it: one line, as checkpatch writes them.
 *
 * @param place {@code PATH:LINE}, or {@code message:LINE}
 * @param claim one sentence without a full stop
 * @param evidence ids of the mails and commits it rests on
 */
public record Told(String rule, Severity severity, String place, String claim,
    List<String> evidence) {

  public Told {
    evidence = List.copyOf(evidence);
  }

  static Told of(Finding finding) {
    return new Told(finding.rule().value(), finding.severity(), finding.place().toString(),
        finding.claim(), finding.reasons()
            .stream()
            .map(reason -> reason.excerpt().source().key())
            .distinct()
            .toList());
  }

  /** As the user's own switch of the rule wants it, where somebody else ran the rule; empty where it is off. */
  public Optional<Told> as(RuleSettings settings) {
    return switch (settings.switches().getOrDefault(rule, RuleSwitch.ON)) {
      case ON -> Optional.of(this);
      case OFF -> Optional.empty();
      case ERROR -> Optional.of(with(Severity.ERROR));
      case WARNING -> Optional.of(with(Severity.WARNING));
      case CHECK -> Optional.of(with(Severity.CHECK));
    };
  }

  private Told with(Severity other) {
    return new Told(rule, other, place, claim, evidence);
  }

  public String line() {
    return "%s: %s: %s [%s]".formatted(place, severity.name(), claim, rule);
  }
}
