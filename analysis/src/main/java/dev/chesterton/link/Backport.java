package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import java.util.List;

/**
 * A patch mail that takes a commit over into another branch.
 *
 * @param objections words of replies that ask to leave it out
 */
public record Backport(MailHead mail, List<Excerpt> objections) {
  public Backport {
    objections = List.copyOf(objections);
  }
}
