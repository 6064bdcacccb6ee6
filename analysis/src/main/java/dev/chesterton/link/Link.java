package dev.chesterton.link;

import java.util.Comparator;
import java.util.List;

/**
 * A tie between two mails or commits.
 *
 * @param evidence at least one reason, strongest first
 */
public record Link(Anchor from, Anchor to, List<Evidence> evidence) {

  public Link {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a link needs evidence");
    }
    evidence = evidence.stream()
        .sorted(Comparator.comparing(Evidence::confidence).reversed())
        .toList();
  }

  /** That of its strongest evidence. */
  public Confidence confidence() {
    return evidence.getFirst().confidence();
  }
}
