package dev.chesterton.index;

import dev.chesterton.index.StoreSummary.Span;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;

/** Counts what is in the store, once: a commit of the index never changes, and every finding asks which trees there are. */
final class SummaryLookup {
  private final Documents documents;
  private Optional<StoreSummary> known = Optional.empty();

  SummaryLookup(Documents documents) {
    this.documents = documents;
  }

  synchronized StoreSummary summary(long generation) throws IOException {
    if (known.isEmpty()) {
      StoreCounts counts = counts(generation);
      known = Optional.of(new StoreSummary(generation, counts.mails(), counts.patches(),
          counts.commits(), spans(Fields.LIST), spans(Fields.TREE)));
    }
    return known.orElseThrow();
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
