package dev.chesterton.web.view;

import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitReference;
import java.util.List;

/**
 * A commit somebody cites.
 *
 * @param known where it is known from, in words
 * @param citedIn the first places, by date
 * @param citedMore further places
 * @param mails patch mails it may have come from, best first
 */
public record CommitRow(Words hex, String address, Words title, String known,
    List<Cited> citedIn, int citedMore, List<LinkRow> mails) {

  /** A line that cites it. */
  public record Cited(SourceView source, Words words) {}

  private static final int MOST_PLACES = 3;
  private static final int MOST_MAILS = 2;

  static CommitRow of(CommitReference reference) {
    Anchor commit = reference.commit();
    List<Cited> cited = reference.citedIn()
        .stream()
        .limit(MOST_PLACES)
        .map(citing -> new Cited(SourceView.of(citing.excerpt()),
            Words.of(citing.excerpt().words())))
        .toList();
    return new CommitRow(Words.of(shortened(commit.key())), Address.commit(commit.key()),
        Words.of(commit.title()), known(reference), cited,
        reference.citedIn().size() - cited.size(),
        LinkRow.of(reference.mails().stream().limit(MOST_MAILS).toList()));
  }

  static String shortened(String hex) {
    return hex.length() <= 12 ? hex : hex.substring(0, 12);
  }

  static String known(CommitReference reference) {
    if (reference.ambiguous()) {
      return "ambiguous id: several commits begin so";
    }
    return reference.commit() instanceof Anchor.OfCommit found
        ? "in tree " + String.join(", ", found.head().trees())
        : "from citations only";
  }
}
