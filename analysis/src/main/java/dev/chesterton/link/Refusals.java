package dev.chesterton.link;

import dev.chesterton.index.StoredMail;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the words with which a patch is turned away. Few and plain ones: most objections are arguments, which no list of
 * words can tell from agreement, and those are quoted elsewhere without a verdict.
 */
final class Refusals {

  /** NAK as kernel people write it, and what a maintainer says of a patch that he will not take. */
  private static final Pattern REFUSES = Pattern.compile(
      "\\bNAC?K(ed)?\\b(?!/)|(?i)nacked-by:"
          + "|(?i)\\b(won't|will not|not going to|cannot|can't) (apply|take|merge|accept) (this|it|the patch|these)\\b"
          + "|(?i)\\bplease (drop|ignore|disregard) this\\b"
          + "|(?i)\\b(dropping|dropped|rejecting|rejected) (this|the) (patch|series|one)\\b"
          + "|(?i)\\bwe (cannot|can't|can not) (just )?(remove|drop|do) (this|that|it)\\b");

  private Refusals() {}

  /** The first such words of the sender's own. */
  static Optional<Excerpt> in(StoredMail mail) {
    return OwnWords.matching(mail, line -> REFUSES.matcher(line).find());
  }
}
