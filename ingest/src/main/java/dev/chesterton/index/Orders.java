package dev.chesterton.index;

import java.util.Comparator;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;

/**
 * The orders of results. Each ends with the key, inside Lucene too: it would break ties by the number of a document, which
 * tells when a mail came in, and a limit would cut there.
 */
final class Orders {
  private static final SortField KEY = new SortField(Fields.KEY, SortField.Type.STRING);

  static final Sort BY_KEY = new Sort(KEY);
  static final Sort OLDEST_FIRST = new Sort(date(false), KEY);
  static final Sort NEWEST_FIRST = new Sort(date(true), KEY);
  static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, KEY);

  /** Where only the date of the first is asked for, any of several will do; keys cost an order of all keys. */
  static final Sort EARLIEST_DATE = new Sort(date(false));
  static final Sort LATEST_DATE = new Sort(date(true));

  /** As {@link #OLDEST_FIRST}. */
  static final Comparator<Head> BY_DATE = Comparator.comparing(Head::instant)
      .thenComparing(Orders::key);

  /** As {@link #NEWEST_FIRST}. */
  static final Comparator<Head> NEWEST = Comparator.comparing(Head::instant)
      .reversed()
      .thenComparing(Orders::key);

  private Orders() {}

  static Sort of(SearchQuery.Order order) {
    return switch (order) {
      case RELEVANCE -> BEST_FIRST;
      case NEWEST -> NEWEST_FIRST;
      case OLDEST -> OLDEST_FIRST;
    };
  }

  private static SortField date(boolean reverse) {
    return new SortedNumericSortField(Fields.DATE, SortField.Type.LONG, reverse);
  }

  private static String key(Head head) {
    return switch (head) {
      case Head.MailHead mail -> MailDocument.key(mail.id(), mail.contentHash());
      case Head.CommitHead commit -> commit.id().hex();
    };
  }
}
