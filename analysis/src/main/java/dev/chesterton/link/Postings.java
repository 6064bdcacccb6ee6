package dev.chesterton.link;

import java.util.List;
import java.util.Optional;

/**
 * The patch mails one commit may have come from.
 *
 * @param commit it
 * @param links best first, each with all that speaks for it; also those that are only possible
 * @param equal other postings of the same change: same lines, title and log as the answer, newest first
 */
public record Postings(Anchor commit, List<Link> links, List<Anchor> equal) {

  public Postings {
    links = List.copyOf(links);
    equal = List.copyOf(equal);
  }

  /** The posting that was applied; none where no mail is likely to be. */
  public Optional<Link> answer() {
    return links.stream()
        .findFirst()
        .filter(link -> link.confidence().compareTo(Confidence.LIKELY) >= 0);
  }
}
