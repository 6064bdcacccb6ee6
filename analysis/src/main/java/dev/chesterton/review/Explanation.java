package dev.chesterton.review;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Backport;
import dev.chesterton.link.CitedMail;
import dev.chesterton.link.Citing;
import dev.chesterton.link.Link;
import dev.chesterton.link.Origin;
import dev.chesterton.link.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of one commit or patch mail, besides what it says itself.
 *
 * @param subject the commit or mail; of a commit no tree has, what those who cite it say
 * @param ambiguous several commits begin with the digits asked for
 * @param links of a commit the mails it may have come from, best first; of a mail the commits it may have become
 * @param ended of a mail, how it ended
 * @param origins earlier changes that added the lines it removes, heaviest first
 * @param attempts earlier mails that removed the same lines
 * @param undoing later changes that put its lines back, or take them out again
 * @param repairing commits that name it as what they fix or revert
 * @param backports patch mails that take it over into another branch
 * @param colliding patches of others at the same place and about the same time
 * @param citing where a commit is cited, by date
 * @param naming mails that name a mail, by date
 * @param cites mails it names itself, found or not
 */
public record Explanation(Anchor subject, boolean ambiguous, List<Link> links,
    Optional<Outcome> ended, List<Origin> origins, List<Attempt> attempts, List<Link> undoing,
    List<Link> repairing, List<Backport> backports, List<Link> colliding, List<Citing> citing,
    List<MailHead> naming,
    List<CitedMail> cites) {

  public Explanation {
    links = List.copyOf(links);
    origins = List.copyOf(origins);
    attempts = List.copyOf(attempts);
    undoing = List.copyOf(undoing);
    repairing = List.copyOf(repairing);
    backports = List.copyOf(backports);
    colliding = List.copyOf(colliding);
    citing = List.copyOf(citing);
    naming = List.copyOf(naming);
    cites = List.copyOf(cites);
  }
}
