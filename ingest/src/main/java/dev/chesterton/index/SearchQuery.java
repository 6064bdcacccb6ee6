package dev.chesterton.index;

/**
 * A search.
 *
 * @param skip results passed over, best first; pages of results begin there
 * @param limit most results
 */
public record SearchQuery(Criterion criterion, Order order, int skip, int limit) {

  /** Order of results; ties by id. */
  public enum Order {
    RELEVANCE, NEWEST, OLDEST
  }

  public static SearchQuery newest(Criterion criterion, int limit) {
    return new SearchQuery(criterion, Order.NEWEST, 0, limit);
  }
}
