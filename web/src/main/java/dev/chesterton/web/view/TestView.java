package dev.chesterton.web.view;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.review.NamedTest;
import java.time.Instant;
import java.util.List;

/**
 * A test with its command line.
 *
 * @param namedIn the first places, by date
 * @param more further places
 */
public record TestView(Words name, String run, List<EvidenceView> namedIn, int more) {

  private static final int MOST_PLACES = 3;

  static TestView of(NamedTest test, Instant sent, Told told) {
    List<EvidenceView> places = test.namedIn()
        .stream()
        .limit(MOST_PLACES)
        .map(words -> told.once(EvidenceView.of(EvidenceKind.TEST, words,
            "names " + test.name(), sent)))
        .toList();
    return new TestView(Words.of(test.name()), test.run(), places,
        test.namedIn().size() - places.size());
  }
}
