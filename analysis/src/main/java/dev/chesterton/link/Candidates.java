package dev.chesterton.link;

import dev.chesterton.index.Head;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails that may be the posting of one commit, each with all that speaks for it. */
final class Candidates {
  private final Anchor commit;
  private final Map<String, Candidate> byMail = new LinkedHashMap<>();

  Candidates(Anchor commit) {
    this.commit = commit;
  }

  void add(Head mail, Evidence evidence) {
    byMail.computeIfAbsent(mail.key(), _ -> new Candidate(mail, new ArrayList<>()))
        .evidence()
        .add(evidence);
  }

  /** Nearest first; of equally near ones the one with more of the lines, then the last one sent. */
  List<Link> bestFirst() {
    Comparator<Candidate> order = Comparator.comparingDouble(Candidate::nearness)
        .thenComparingDouble(Candidate::lines)
        .thenComparing((Candidate candidate) -> candidate.mail().instant())
        .reversed()
        .thenComparing(candidate -> candidate.mail().key());
    return byMail.values()
        .stream()
        .sorted(order)
        .map(candidate -> new Link(commit, Anchor.of(candidate.mail()), candidate.evidence()))
        .toList();
  }

  private record Candidate(Head mail, List<Evidence> evidence) {

    /** Best evidence counts; a link or equal diff more than any likeness. */
    double nearness() {
      return rounded(evidence.stream().mapToDouble(Candidate::nearnessOf).max().orElse(0));
    }

    /** Share of the lines: all versions of a patch have its title, the one applied has most of its lines. */
    double lines() {
      return rounded(evidence.stream()
          .filter(Evidence.SharedLines.class::isInstance)
          .mapToDouble(Candidate::nearnessOf)
          .max()
          .orElse(0));
    }

    /** To twentieths, so that near ties go on to the next question. */
    private static double rounded(double value) {
      return Math.round(value * 20) / 20.0;
    }

    private static double nearnessOf(Evidence evidence) {
      return switch (evidence) {
        case Evidence.LinkTrailer _ -> 3;
        case Evidence.SamePatchId _ -> 2;
        case Evidence.SharedLines(_, double share) -> share;
        case Evidence.SimilarTitle(double similarity) -> similarity;
        case Evidence.SameChangeId _,Evidence.Cited _,Evidence.Names _,Evidence.Answers _ -> 0;
      };
    }
  }
}
