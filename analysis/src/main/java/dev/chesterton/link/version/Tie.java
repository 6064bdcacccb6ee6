package dev.chesterton.link.version;

import dev.chesterton.change.Citation;
import dev.chesterton.link.Confidence;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Titles;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.regex.Pattern;

/**
 * That one sending is a later version of another, with all that speaks for it.
 *
 * @param sure the author says so, or the patches themselves are the same; else only titles and the order speak for it
 */
record Tie(Portrait before, Portrait after, boolean sure, List<Evidence> evidence) {

  /** A title alone says little after this time: people use the same words for the next clean-up. */
  private static final Duration TITLE_LASTS = Duration.ofDays(180);

  /** What is sent closer together left in one go: copies of a patch for several kernels, no second thought about one. */
  private static final Duration ONE_GO = Duration.ofMinutes(1);

  /** From here on patches with other titles are one: half of the lines by rarity, in a common file. */
  private static final double SAME_LINES = 0.5;

  /** From here on patches with one title are surely one. */
  private static final double SOLID_LINES = 0.3;

  /** Words a title keeps when its author rewords it in one thread. */
  private static final double NEAR_TITLE = 0.6;

  /** A patch is the beginning of a series without a new number only where the series is not much larger. */
  private static final int MOST_GROWTH = 4;

  /** {@code v1:}, {@code Link to v1:}, {@code Changes since v1 (link)}: words that name a version, not a sentence about one. */
  private static final Pattern LABEL = Pattern.compile("(?i)[^.]{0,40}"
      + "\\b(?:v\\d{1,3}(?:\\.\\d)?|rfc|versions?|previous|previously|changes|changelog|resen[dt])\\b"
      + "[^.]{0,20}");

  /** A label behind a link: {@code https://... (v1)}. */
  private static final Pattern LABEL_BEHIND = Pattern
      .compile("(?i)\\s*[\\[(]?(?:rfc )?v\\d{1,3}\\b.*");

  /** Longer lines are sentences or attacks. */
  private static final int MAX_LINE = 500;

  Tie {
    evidence = List.copyOf(evidence);
  }

  Sending earlier() {
    return before.sending();
  }

  Sending later() {
    return after.sending();
  }

  /** Empty where the later one is no version of the earlier. */
  static Optional<Tie> between(Portrait earlier, Portrait later, LongToDoubleFunction weights) {
    if (!earlier.sending().sent().isBefore(later.sending().sent())) {
      return Optional.empty();
    }
    return new Comparison(earlier, later, weights).tie();
  }

  private static final class Comparison {
    private final Portrait one;
    private final Portrait other;
    private final Sending earlier;
    private final Sending later;
    private final LongToDoubleFunction weights;
    private final List<Evidence> evidence = new ArrayList<>();

    Comparison(Portrait earlier, Portrait later, LongToDoubleFunction weights) {
      this.one = earlier;
      this.other = later;
      this.earlier = earlier.sending();
      this.later = later.sending();
      this.weights = weights;
    }

    Optional<Tie> tie() {
      Optional<Evidence> byName = sameChangeId().or(this::named);
      boolean onePerson = People.same(earlier.sender(), later.sender());
      boolean mayBe = onePerson && one.kernels().equals(other.kernels())
          && later.version() >= (earlier.isDraft() ? 1 : earlier.version())
          && other.mayBeLike(one);
      if (byName.isEmpty() && !mayBe) {
        return Optional.empty();
      }
      byName.ifPresent(evidence::add);
      if (other.answers(one)) {
        evidence.add(new Evidence.Answers(earlier.title()));
      }
      Likeness likeness = Likeness.of(one, other, weights);
      evidence.addAll(likeness.evidence());
      if (sameCover() && likeness.titled() == 0) {
        evidence.add(new Evidence.SimilarTitle(1));
      }
      boolean sure = byName.filter(name -> onePerson || likeness.isMost()).isPresent()
          && isNewer(byName);
      if (sure) {
        return Optional.of(new Tie(one, other, true, evidence));
      }
      return mayBe ? byLikeness(likeness) : Optional.empty();
    }

    private Optional<Evidence> sameChangeId() {
      return other.changeId()
          .filter(id -> one.changeId().filter(id::equals).isPresent())
          .map(Evidence.SameChangeId::new);
    }

    /** The later one links to a mail of the earlier, and the line speaks of versions. */
    private Optional<Evidence> named() {
      Set<MessageId> ids = one.ids();
      return later.postings()
          .flatMap(posting -> posting.citations()
              .stream()
              .filter(Citation.OfMail.class::isInstance)
              .map(Citation.OfMail.class::cast)
              .filter(cited -> ids.contains(new MessageId(cited.messageId()))
                  && speaksOfVersion(posting, cited)))
          .findFirst()
          .map(cited -> new Evidence.LinkTrailer(cited.messageId()));
    }

    /** Beside the link, or above one that has a line of its own. */
    private static boolean speaksOfVersion(Posting posting, Citation.OfMail cited) {
      List<String> lines = posting.message().lines();
      String line = lines.get(cited.line() - 1);
      int at = line.indexOf(cited.messageId());
      if (line.length() > MAX_LINE || at < 0) {
        return false;
      }
      int start = line.lastIndexOf(' ', at) + 1;
      int end = line.indexOf(' ', at);
      String label = line.substring(0, start).strip();
      String above = cited.line() >= 2 ? lines.get(cited.line() - 2).strip() : "";
      boolean own = label.isEmpty() || label.matches("[-*]|\\[\\d+\\]:?");
      return (own ? above.endsWith(":") && LABEL.matcher(above).matches()
          : LABEL.matcher(label).matches())
          || (end > 0 && LABEL_BEHIND.matcher(line.substring(end)).matches());
    }

    /** By its number; who gives an id to a series may count anew. */
    private boolean isNewer(Optional<Evidence> byName) {
      return isNewer() || later.version() == earlier.version()
          || byName.filter(Evidence.SameChangeId.class::isInstance).isPresent();
    }

    private boolean isNewer() {
      return later.version() > earlier.version() || (earlier.isDraft() && !later.isDraft());
    }

    private Optional<Tie> byLikeness(Likeness likeness) {
      Duration age = Duration.between(earlier.sent(), later.sent());
      if (age.compareTo(ONE_GO) < 0) {
        return Optional.empty();
      }
      boolean young = age.compareTo(TITLE_LASTS) <= 0;
      boolean holds = isNewer()
          ? likeness.isMost() && (likeness.solid() > 0 || young)
              || young && (sameCover() || (other.answers(one) && nearTitle()))
          : later.version() == earlier.version() && isAgain(likeness);
      return holds
          ? Optional.of(new Tie(one, other, likeness.solid() > 0, evidence))
          : Optional.empty();
    }

    private boolean sameCover() {
      return later.coverTitle()
          .filter(title -> earlier.coverTitle().filter(title::equalsIgnoreCase).isPresent())
          .isPresent();
    }

    private boolean nearTitle() {
      return Titles.similarity(earlier.title(), later.title()) >= NEAR_TITLE;
    }

    /** The same number once more: a resend, a part of the series, or a patch that got company. */
    private boolean isAgain(Likeness likeness) {
      if (Parts.isPart(earlier, later)) {
        return likeness.titled() == later.patches().size();
      }
      int most = Math.max(earlier.series().total(), later.series().total());
      int least = Math.min(earlier.series().total(), later.series().total());
      return likeness.least() > 0 && most <= MOST_GROWTH * least
          && likeness.titledSolid() == likeness.least();
    }
  }

  /**
   * How much of one sending is in another.
   *
   * @param matched patches that are one, by title, diff or most of their lines
   * @param titled of these, those with one title
   * @param solid of the matched, those that share lines
   * @param titledSolid those with one title that share lines
   * @param least patches of the smaller one
   */
  private record Likeness(int matched, int titled, int solid, int titledSolid, int least,
      List<Evidence> evidence) {

    static Likeness of(Portrait earlier, Portrait later, LongToDoubleFunction weights) {
      int matched = 0;
      int titled = 0;
      int solid = 0;
      int titledSolid = 0;
      List<Evidence> best = new ArrayList<>();
      for (PatchStep step : PatchPairs.between(earlier.patches(), later.patches(), weights)) {
        boolean sameTitle = has(step, Evidence.SimilarTitle.class);
        boolean sameDiff = has(step, Evidence.SamePatchId.class)
            || has(step, Evidence.SameChangeId.class);
        double lines = lines(step);
        boolean isSolid = sameDiff || lines >= SOLID_LINES;
        if (sameTitle || sameDiff || lines >= SAME_LINES) {
          matched++;
          titled += sameTitle ? 1 : 0;
          solid += isSolid ? 1 : 0;
          titledSolid += isSolid && sameTitle ? 1 : 0;
          best = weight(step.evidence()) > weight(best) ? step.evidence() : best;
        }
      }
      int least = Math.min(earlier.patches().size(), later.patches().size());
      return new Likeness(matched, titled, solid, titledSolid, least,
          matched == 0 ? List.of() : best);
    }

    private static boolean has(PatchStep step, Class<? extends Evidence> kind) {
      return step.evidence().stream().anyMatch(kind::isInstance);
    }

    private static double lines(PatchStep step) {
      return step.evidence()
          .stream()
          .filter(Evidence.SharedLines.class::isInstance)
          .mapToDouble(shared -> ((Evidence.SharedLines) shared).share())
          .max()
          .orElse(0);
    }

    /** What is certain tells more than any number of likely ones, of which there are two at most. */
    private static long weight(List<Evidence> evidence) {
      long certain = evidence.stream()
          .filter(one -> one.confidence() == Confidence.CERTAIN)
          .count();
      return 3 * certain + evidence.size();
    }

    /** At least half of the smaller one. */
    boolean isMost() {
      return matched > 0 && 2 * matched >= least;
    }
  }

  /** For messages of tests. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s -> %s %s", earlier().label(), later().label(), evidence);
  }
}
