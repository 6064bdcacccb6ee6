package dev.chesterton.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/** The rarity-weighted overlap of line keys, straight on Lucene's term dictionary and postings. */
final class LineLookup {
  private final IndexReader reader;

  LineLookup(IndexReader reader) {
    this.reader = reader;
  }

  /** Global document numbers with what they share, heaviest first; all that tie with the last one are in. */
  List<LineTally> find(LineQuery query) throws IOException {
    if (query.limit() <= 0) {
      return List.of();
    }
    return SoughtLines.of(query, reader)
        .matches()
        .heaviest(new ChangeFilter(reader, query.among(), query.from(), query.until()),
            query.limit(), query.least());
  }
}
