package dev.chesterton.link;

import java.util.List;

/**
 * All that is known of a commit somebody cites.
 *
 * @param commit in a tree, or known from citations only
 * @param ambiguous several commits of the trees begin with the digits cited; then {@code commit} is of unknown
 * @param citedIn where it is cited, by date
 * @param mails patch mails it may have come from, best first: the posting that was most likely applied, then others
 */
public record CommitReference(Anchor commit, boolean ambiguous, List<Citing> citedIn,
    List<Link> mails) {
  public CommitReference {
    citedIn = List.copyOf(citedIn);
    mails = List.copyOf(mails);
  }
}
