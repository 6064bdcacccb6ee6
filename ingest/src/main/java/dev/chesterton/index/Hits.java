package dev.chesterton.index;

import java.util.List;

/**
 * What a search found.
 *
 * @param heads one page of it
 * @param count all that match; exact below 10,000, else at least so many
 * @param exact whether {@code count} is exact
 */
public record Hits(List<Head> heads, long count, boolean exact) {
  public Hits {
    heads = List.copyOf(heads);
  }
}
