package dev.chesterton.link;

import java.util.List;

/**
 * All that is known of a commit somebody cites.
 *
 * @param cited what it is, and who cites it
 * @param mails patch mails it may have come from, best first: the posting that was most likely applied, then others
 */
public record CommitReference(CitedCommit cited, List<Link> mails) {
  public CommitReference {
    mails = List.copyOf(mails);
  }

  public Anchor commit() {
    return cited.commit();
  }

  /** Whether several commits of the trees begin with the digits cited. */
  public boolean ambiguous() {
    return cited.ambiguous();
  }

  /** Where it is cited, by date. */
  public List<Citing> citedIn() {
    return cited.citedIn();
  }
}
