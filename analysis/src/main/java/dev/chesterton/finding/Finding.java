package dev.chesterton.finding;

import dev.chesterton.change.LineKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told to the reviewer: a question with its evidence.
 *
 * @param subject what is lost or wrong: a function, a call, a condition, a character
 * @param claim one sentence without a full stop
 * @param place where it stands
 * @param callSites removed places that use it
 * @param reasons at least one, in the order of their kinds
 */
public record Finding(RuleId rule, Severity severity, String subject, String claim, Place place,
    List<Fence> callSites, List<Reason> reasons) {

  public Finding {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a finding needs evidence");
    }
    callSites = List.copyOf(callSites);
    reasons = List.copyOf(reasons);
  }

  /** The same finding where the patch as a whole is not worth a warning; what is certainly wrong stays so. */
  public Finding lowered() {
    return severity == Severity.WARNING
        ? new Finding(rule, Severity.CHECK, subject, claim, place, callSites, reasons)
        : this;
  }

  /** Whether another finding stands inside this one, or rests on nothing but the evidence of this one. */
  boolean covers(Finding other) {
    return place.holds(other.place) || sources().containsAll(other.sources());
  }

  /**
   * What it says without where it stands: rule, subject, and the {@linkplain LineKey keys} of its lines. So it says the
   * same in the next version of a patch, where lines have moved and white space has changed.
   */
  public List<String> said() {
    return Stream.concat(
        Stream.of(rule.value(), subject, place.getClass().getSimpleName()),
        place.lines().stream().map(line -> Long.toHexString(LineKey.of(line).value())))
        .toList();
  }

  private Set<String> sources() {
    return reasons.stream()
        .map(Reason::source)
        .collect(Collectors.toSet());
  }
}
