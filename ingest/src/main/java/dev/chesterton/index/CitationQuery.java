package dev.chesterton.index;

import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds commit ids by some of their first digits, and those who cite them. */
final class CitationQuery {

  /** Shortest abbreviation of a commit id that is indexed as a citation. */
  private static final int SHORTEST_HEX = 7;

  /** Digits of a SHA-256. */
  private static final int LONGEST_HEX = 64;

  private CitationQuery() {}

  /** Whoever cites a commit writes as many digits as he likes: more than were asked for, or fewer. */
  static Query citing(String hexPrefix) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(beginning(Fields.CITED_COMMIT, hexPrefix), BooleanClause.Occur.SHOULD);
    for (int length = SHORTEST_HEX; length < Math.min(hexPrefix.length(), LONGEST_HEX); length++) {
      Term shorter = new Term(Fields.CITED_COMMIT, lower(hexPrefix.substring(0, length)));
      any.add(new TermQuery(shorter), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }

  /** Nothing at all begins with no digit, or with more than there are. */
  static Query beginning(String field, String hexPrefix) {
    return hexPrefix.isEmpty() || hexPrefix.length() > LONGEST_HEX
        ? MatchNoDocsQuery.INSTANCE
        : new PrefixQuery(new Term(field, lower(hexPrefix)));
  }

  private static String lower(String hex) {
    return hex.toLowerCase(Locale.ROOT);
  }
}
