package dev.chesterton.web.view;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import java.time.Instant;
import java.util.List;

/**
 * An earlier mail that tried to take the same away.
 *
 * @param functions names both take away; may be empty
 * @param ended how it ended, in a sentence
 * @param answers what was said to it, by date
 */
public record AttemptView(SourceView patch, String review, EvidenceView evidence, String functions,
    String ended, List<EvidenceView> answers) {

  static AttemptView of(Attempt attempt, Instant sent, Told told) {
    EvidenceView evidence = EvidenceView.of(EvidenceKind.PRIOR_ATTEMPT, attempt.excerpt(),
        attempt.evidence(), sent);
    List<EvidenceView> answers = attempt.answers()
        .stream()
        .map(words -> EvidenceView.of(EvidenceKind.PRIOR_ATTEMPT, words, "answers it", sent))
        .map(told::once)
        .toList();
    return new AttemptView(SourceView.of(new Anchor.OfMail(attempt.patch())),
        Address.review(attempt.patch().id()), told.once(evidence),
        Words.plain(String.join(", ", attempt.functions())),
        Words.plain(attempt.outcome().because()), answers);
  }
}
