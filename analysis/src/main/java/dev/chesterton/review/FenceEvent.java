package dev.chesterton.review;

import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that happened to what a patch takes away: it was put up, repaired, tried to be taken away, or spoken of by a
 * later patch.
 *
 * @param topic what happened: {@link Topic#PUT_UP}, {@link Topic#REPAIRED}, {@link Topic#ATTEMPT} or {@link Topic#LATER}
 * @param at when its source was sent or committed
 * @param source the mail or commit that did it
 * @param outcome how it ended; only of an attempt
 */
public record FenceEvent(Topic topic, Instant at, Excerpt source, Optional<Outcome> outcome) {

  /** By date, then by topic and source. */
  static final Comparator<FenceEvent> BY_DATE = Comparator.comparing(FenceEvent::at)
      .thenComparing(FenceEvent::topic)
      .thenComparing(event -> event.source().source().key());

  /** Whether both are one thing that happened, whatever words tell of it. */
  boolean isSame(FenceEvent other) {
    return topic == other.topic && source.source().key().equals(other.source.source().key());
  }
}
