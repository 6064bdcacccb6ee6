package dev.chesterton.review;

import dev.chesterton.link.Link;
import dev.chesterton.link.Origin;
import java.util.List;

/**
 * An earlier fix that added lines the patch takes away.
 *
 * @param origin the fix, with the words that show it was one
 * @param mails patch mails it came from, best first; none where the fix itself is a mail
 * @param reports mails it names: the report behind it, or its discussion
 */
public record Fix(Origin origin, List<Link> mails, List<Link> reports) {
  public Fix {
    mails = List.copyOf(mails);
    reports = List.copyOf(reports);
  }
}
