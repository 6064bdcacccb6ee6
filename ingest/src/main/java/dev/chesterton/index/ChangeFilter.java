package dev.chesterton.index;

import dev.chesterton.index.LineQuery.Among;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** Tells of documents, asked in ascending order, whether they are of the right age and kind. */
final class ChangeFilter {
  private final List<LeafReaderContext> leaves;
  private final long from;
  private final long until;
  private final long wantedKind;
  private int leaf = -1;
  private int document;
  private long date;
  private NumericDocValues dates = DocValues.emptyNumeric();
  private NumericDocValues kinds = DocValues.emptyNumeric();

  ChangeFilter(IndexReader reader, Among among, Instant from, Instant until) {
    this.leaves = reader.leaves();
    this.from = from.getEpochSecond();
    this.until = until.getEpochSecond();
    this.wantedKind = among == Among.COMMITS ? 1 : 0;
  }

  /** Goes to a document. */
  void to(int next) throws IOException {
    document = next;
    while (leaf < 0 || next >= leaves.get(leaf).docBase + leaves.get(leaf).reader().maxDoc()) {
      leaf++;
      dates = DocValues.unwrapSingleton(
          DocValues.getSortedNumeric(leaves.get(leaf).reader(), Fields.DATE));
      kinds = DocValues.getNumeric(leaves.get(leaf).reader(), Fields.IS_COMMIT);
    }
    if (dates == null || !dates.advanceExact(next - leaves.get(leaf).docBase)) {
      throw new IOException("document " + next + " has no date");
    }
    date = dates.longValue();
  }

  /** In seconds since 1970. */
  long date() {
    return date;
  }

  /** It changes something; so does every document that has lines. */
  boolean isChange() throws IOException {
    LeafReaderContext segment = leaves.get(leaf);
    return DocValues.getBinary(segment.reader(), Fields.DIGEST)
        .advanceExact(document - segment.docBase);
  }

  /** It is not younger than the question allows. */
  boolean isKnown() {
    return date <= until;
  }

  /** It may be an answer. */
  boolean isWanted() throws IOException {
    return isKnown() && date >= from
        && kinds.advanceExact(document - leaves.get(leaf).docBase)
        && kinds.longValue() == wantedKind;
  }
}
