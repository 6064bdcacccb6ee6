package dev.chesterton.index;

import java.time.Instant;
import java.util.List;

/**
 * What is in a store.
 *
 * @param generation counts the commits of the store
 * @param archives one for each list, by name
 * @param trees one for each tree, by name
 */
public record StoreSummary(long generation, long mails, long patches, long commits,
    List<Span> archives,
    List<Span> trees) {

  public StoreSummary {
    archives = List.copyOf(archives);
    trees = List.copyOf(trees);
  }

  public StoreCounts counts() {
    return new StoreCounts(generation, mails, patches, commits);
  }

  /**
   * How much of a list or tree there is.
   *
   * @param first date of the oldest mail or commit
   * @param last date of the newest
   */
  public record Span(String name, long count, Instant first, Instant last) {}
}
