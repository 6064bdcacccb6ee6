package dev.chesterton.index;

import dev.chesterton.index.StoreSummary.Span;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;

/** Counts what is in the store. */
final class SummaryLookup {
  private final Documents documents;

  SummaryLookup(Documents documents) {
    this.documents = documents;
  }

  StoreSummary summary(long generation) throws IOException {
    StoreCounts counts = counts(generation);
    return new StoreSummary(generation, counts.mails(), counts.patches(), counts.commits(),
        spans(Fields.LIST), spans(
            Fields.TREE));
  }

  StoreCounts counts(long generation) throws IOException {
    int commits = countOf(Criterion.Kind.COMMIT);
    long mails = (long) documents.searcher().getIndexReader().numDocs() - commits;
    return new StoreCounts(generation, mails, countOf(Criterion.Kind.PATCH), commits);
  }

  private int countOf(Criterion.Kind kind) throws IOException {
    return documents.count(new TermQuery(new Term(Fields.KIND, kind.name())));
  }

  private List<Span> spans(String field) throws IOException {
    List<Span> spans = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(documents.searcher().getIndexReader(), field);
    if (terms == null) {
      return spans;
    }
    TermsEnum names = terms.iterator();
    while (names.next() != null) {
      String name = names.term().utf8ToString();
      Query query = new TermQuery(new Term(field, name));
      int count = documents.count(query);
      if (count > 0) {
        spans.add(new Span(name, count, dateOf(query, Orders.EARLIEST_DATE),
            dateOf(query, Orders.LATEST_DATE)));
      }
    }
    return spans;
  }

  private Instant dateOf(Query query, Sort order) throws IOException {
    return documents.head(documents.first(query, order, 1)[0]).instant();
  }
}
