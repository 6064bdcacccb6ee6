package dev.chesterton.link;

import java.time.Instant;

/**
 * What may be used to answer.
 *
 * @param until nothing sent or committed later
 * @param trailers whether a commit may tell by {@code Link:} and {@code Message-Id:} which mail it was; without them the
 *     other ways can be measured
 */
public record Known(Instant until, boolean trailers) {

  /** Everything. */
  public static final Known ALL = new Known(Instant.MAX, true);

  /** Everything up to an instant. */
  public static Known until(Instant until) {
    return new Known(until, true);
  }
}
