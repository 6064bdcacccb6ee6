package dev.chesterton.review;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.link.Anchor;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;

/** What can be told of a patch where there is no store: by the rules that need nothing but the patch. */
public final class PatchAlone {
  private PatchAlone() {}

  /** Findings in the order of the rules; what the patch says of commits is not checked, since none is known. */
  public static List<Finding> findings(RuleBook rules, Patch patch) {
    return rules.checkItself(new UnderReview(patch, anchor(patch), List.of()));
  }

  /** A patch mail that is in no store, as those who read on may open it. */
  static Anchor anchor(Patch patch) {
    Message message = patch.message();
    return new Anchor.OfMail(new MailHead(message.id(), message.contentHash(), MailKind.PATCH,
        message.subject(), message.author(), message.date().at(), List.of()));
  }
}
