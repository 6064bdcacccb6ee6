package dev.chesterton.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * The mails or commits with a change that stand under some terms: mostly one or none, and a search would cost many times
 * what it finds.
 */
final class ChangeLookup {
  private final TermDocuments documents;
  private final ChangeFilter filter;

  ChangeLookup(IndexReader reader, ChangeFilter filter) {
    this.documents = new TermDocuments(reader);
    this.filter = filter;
  }

  /** A document, by its global number. */
  private record Dated(int document, long date) {}

  /** The newest documents, newest first; all of the second of the last one are in. */
  List<Integer> newest(List<Term> terms, int limit) throws IOException {
    for (Term term : terms) {
      documents.add(term);
    }
    List<Dated> found = new ArrayList<>();
    for (int document : IntStream.of(documents.numbers()).sorted().distinct().toArray()) {
      filter.to(document);
      if (filter.isWanted() && filter.isChange()) {
        found.add(new Dated(document, filter.date()));
      }
    }
    found.sort(Comparator.comparingLong(Dated::date).reversed());
    long last = limit < found.size() ? found.get(limit - 1).date() : Long.MIN_VALUE;
    return found.stream()
        .takeWhile(dated -> dated.date() >= last)
        .map(Dated::document)
        .toList();
  }
}
