package dev.chesterton.link;

import dev.chesterton.index.ChangeDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mails that may be the posting of one commit, each with all that speaks for it. */
final class Candidates {

  /**
   * A diff that is not marked as a patch is something to talk about, unless it has the lines or the title of the commit to
   * this degree.
   */
  private static final double UNMARKED_LIKE = 0.9;

  /** Worth naming to who asks for other answers. */
  private static final double NAMED = 0.1;

  /** A mail that the commit names is it, if it has anything to do with it: others are reports and discussions. */
  private static final double NAMED_BY_COMMIT = 0.9;

  /** An author who commits and then sends: the commit is older than its posting. */
  private static final Duration SENT_AFTERWARDS = Duration.ofDays(30);

  private final ChangeDigest commit;
  private final Map<String, Likeness> byMail = new LinkedHashMap<>();
  private final Set<String> named = new HashSet<>();

  Candidates(ChangeDigest commit) {
    this.commit = commit;
  }

  /**
   * @param rarity weight of the lines in common; 0 where there are few
   */
  void add(ChangeDigest mail, double rarity) {
    Likeness likeness = Likeness.of(commit, mail, rarity);
    byMail.merge(mail.head().key(), likeness,
        (one, other) -> one.rarity() >= other.rarity() ? one : other);
  }

  /** The commit names it in a trailer. */
  void addNamed(ChangeDigest mail) {
    add(mail, 0);
    named.add(mail.head().key());
  }

  Postings postings() {
    List<Scored> sorted = bestFirst();
    List<Anchor> equal = sorted.stream()
        .skip(1)
        .filter(other -> isEqual(other.mail(), sorted.getFirst().mail()))
        .map(other -> Anchor.of(other.mail().head()))
        .toList();
    return new Postings(Anchor.of(commit.head()), sorted.stream().map(this::link).toList(), equal);
  }

  /** Scored once: a score takes the subject apart, and sorting asks for it again and again. */
  private record Scored(Likeness likeness, double score) {
    ChangeDigest mail() {
      return likeness.mail();
    }

    boolean isAnswer() {
      return score >= Confidence.LIKELY.least();
    }
  }

  private static boolean isEqual(ChangeDigest one, ChangeDigest other) {
    return one.added().equals(other.added()) && one.removed().equals(other.removed())
        && one.title().equals(other.title()) && one.log().equals(other.log());
  }

  /**
   * The answer first: of those that are likely the nearest, of equally near ones the last one sent before the commit. The
   * others follow by their score.
   */
  private List<Scored> bestFirst() {
    Comparator<Scored> order = Comparator.comparing(Scored::isAnswer)
        .thenComparing(scored -> !scored.likeness().age().isNegative())
        .thenComparingDouble(
            scored -> scored.isAnswer() ? nearness(scored.likeness()) : scored.score())
        .thenComparing(scored -> scored.mail().head().instant())
        .reversed()
        .thenComparing(scored -> scored.mail().head().key());
    return byMail.values()
        .stream()
        .map(likeness -> new Scored(likeness, score(likeness)))
        .filter(scored -> scored.score() >= NAMED)
        .sorted(order)
        .toList();
  }

  private double score(Likeness likeness) {
    boolean isIn = likeness.isMarked() || likeness.samePatchId() || likeness.sameChangeId()
        || likeness.sameSecond()
        || likeness.lines() >= UNMARKED_LIKE || likeness.title() >= UNMARKED_LIKE;
    double score = likeness.score();
    if (isNamed(likeness)) {
      return 1 - (1 - score) * (1 - NAMED_BY_COMMIT * Math.min(1, 4 * score));
    }
    boolean inTime = !likeness.age().isNegative() || isSentAfterwards(likeness);
    return isIn && inTime ? score : Math.min(score, Confidence.LIKELY.least() / 2);
  }

  private boolean isNamed(Likeness likeness) {
    return named.contains(likeness.mail().head().key());
  }

  private static boolean isSentAfterwards(Likeness likeness) {
    return likeness.samePerson() && likeness.lines() >= UNMARKED_LIKE && likeness.isMarked()
        && likeness.age().negated().compareTo(SENT_AFTERWARDS) <= 0;
  }

  /** To hundredths, so that near ties go on to the next question. */
  private double nearness(Likeness likeness) {
    double trailer = isNamed(likeness) ? 1 : 0;
    return Math.round(100 * (likeness.nearness() + trailer)) / 100.0;
  }

  private Link link(Scored scored) {
    List<Evidence> evidence = new ArrayList<>(scored.likeness().evidence(commit));
    if (isNamed(scored.likeness())) {
      evidence.addFirst(new Evidence.LinkTrailer(scored.mail().head().key()));
    }
    return new Link(Anchor.of(commit.head()), Anchor.of(scored.mail().head()), evidence,
        scored.score());
  }
}
