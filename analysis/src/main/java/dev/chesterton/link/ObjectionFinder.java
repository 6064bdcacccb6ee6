package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.FateFinder.Settled;
import dev.chesterton.link.remark.Remark;
import dev.chesterton.link.remark.RemarkReader;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;

/** Finds what is said against a patch in its thread, and what is asked, each with what became of it. */
final class ObjectionFinder {
  private final Index index;

  ObjectionFinder(Index index) {
    this.index = index;
  }

  /**
   * By date of the mail, then by line. What is said to other patches of a series is theirs; what is said to the cover letter
   * is of all.
   *
   * @param patch it need not be in the store
   * @param thread its mails, by date; later ones than these are not looked at
   */
  List<Objection> find(Patch patch, List<MailHead> thread) {
    List<StoredMail> mails = thread.stream()
        .flatMap(head -> index.mail(head.id()).stream())
        .toList();
    Conversation conversation = new Conversation(patch, mails);
    return conversation.replies()
        .stream()
        .flatMap(mail -> RemarkReader.read(mail.posting(), conversation.setting(mail))
            .stream()
            .map(remark -> objection(patch, conversation, mail, remark)))
        .toList();
  }

  private static Objection objection(Patch patch, Conversation conversation, StoredMail mail,
      Remark remark) {
    Settled settled = new FateFinder(conversation, mail, remark).find();
    Excerpt words = new Excerpt(new Anchor.OfMail(mail.head()), remark.line(), remark.words());
    return new Objection(remark.kind(), mail.head(), words, remark.quoted(),
        QuotedPlace.of(remark.quoted(), patch.change()), settled.fate(), settled.words());
  }
}
