package dev.chesterton.link;

import java.util.Comparator;
import java.util.List;

/**
 * A tie between two mails or commits.
 *
 * @param evidence at least one reason, strongest first
 * @param score how sure it is, 0 to 1
 */
public record Link(Anchor from, Anchor to, List<Evidence> evidence, double score) {

  public Link {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a link needs evidence");
    }
    evidence = evidence.stream()
        .sorted(Comparator.comparing(Evidence::confidence).reversed())
        .toList();
  }

  /** As sure as its strongest evidence. */
  public Link(Anchor from, Anchor to, List<Evidence> evidence) {
    this(from, to, evidence, evidence.stream()
        .map(Evidence::confidence)
        .mapToDouble(Confidence::least)
        .max()
        .orElse(0));
  }

  public Confidence confidence() {
    return Confidence.of(score);
  }
}
