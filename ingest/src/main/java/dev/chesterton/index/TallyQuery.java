package dev.chesterton.index;

import dev.chesterton.change.LineKey;
import java.time.Instant;

/**
 * Asks how many changes did something before.
 *
 * @param until changes sent, or authored, after this instant are passed over
 * @param except changes with this title are passed over: versions of the one that asks
 */
public record TallyQuery(Did did, Instant until, String except) {

  /** What is counted. */
  public sealed interface Did {

    /** Adds a line that names an identifier. */
    record AddName(String name) implements Did {}

    /** Takes a line away. */
    record RemoveLine(LineKey line) implements Did {}
  }
}
