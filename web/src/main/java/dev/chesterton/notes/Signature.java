package dev.chesterton.notes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who wrote, and when.
 *
 * @param author as he gave his name when he signed in; nobody checks it
 * @param at in milliseconds: what is behind them is dropped, since a database may drop it
 */
public record Signature(String author, Instant at) {

  /** In UTF-16 units. */
  public static final int MOST_AUTHOR = 100;

  public Signature {
    author = Wording.line("author", author, MOST_AUTHOR);
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
