package dev.chesterton.web.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a page has shown already: each piece of evidence stands there once and is referred to elsewhere. */
final class Told {

  private final Set<String> ids = new HashSet<>();

  /** The evidence, or a reference to where it stands. */
  EvidenceView once(EvidenceView evidence) {
    return ids.add(evidence.id()) ? evidence : evidence.asReference();
  }

  List<EvidenceView> once(List<EvidenceView> evidence) {
    return evidence.stream().map(this::once).toList();
  }
}
