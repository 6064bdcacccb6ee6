package dev.chesterton.review;

import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.finding.rank.Ranker;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.link.Anchor;
import dev.chesterton.mail.Message;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;

/** What can be told of a patch without a store: by the rules that need nothing but the patch. */
public final class PatchAlone {
  private PatchAlone() {}

  /** Findings in the order of the rules; what the patch says of commits is not checked, since none is known. */
  public static List<Finding> findings(RuleBook rules, Patch patch) {
    return rules.checkItself(new UnderReview(patch, anchor(patch), List.of()));
  }

  /**
   * Whether that is all that {@link Reviewer#screen} would tell, whatever is in the store: the patch names no commit it
   * fixes, and its rank is low whatever happened before.
   *
   * @param siblings what is sent along, the patch among it
   */
  public static boolean isAll(RuleBook rules, Patch patch, List<Posting> siblings) {
    return rules.isItselfEnough()
        && patch.citations()
            .stream()
            .noneMatch(citation -> citation instanceof OfCommit commit
                && commit.form() == CommitForm.FIXES)
        && !new Ranker(SeriesCover.seriesOf(patch, siblings), rules.model())
            .canBeWorthALook(patch);
  }

  /** A patch mail that is in no store, as those who read on may open it. */
  static Anchor anchor(Patch patch) {
    Message message = patch.message();
    return new Anchor.OfMail(new MailHead(message.id(), message.contentHash(), MailKind.PATCH,
        message.subject(), message.author(), message.date().at(), List.of()));
  }
}
