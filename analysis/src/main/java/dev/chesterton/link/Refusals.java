package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.remark.Remark;
import dev.chesterton.link.remark.RemarkReader;
import dev.chesterton.link.remark.Setting;
import dev.chesterton.link.remark.Setting.Answers;
import dev.chesterton.patch.Posting;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the words with which a patch is turned away as a whole. An argument about a part of it is no refusal, and who gives
 * the patch a tag afterwards has taken his back.
 */
final class Refusals {

  /** How an author takes his own patch back. */
  private static final Pattern RETRACTS = Pattern
      .compile("(?i)\\bplease (drop|ignore|disregard) this\\b");

  private Refusals() {}

  /** The first such words of answers to a patch, by date, that still stand. */
  static Optional<Excerpt> among(List<StoredMail> answers, MailHead patch) {
    return answers.stream()
        .filter(answer -> !isWithdrawn(answer, answers))
        .flatMap(answer -> in(answer, patch).stream())
        .findFirst();
  }

  private static boolean isWithdrawn(StoredMail answer, List<StoredMail> answers) {
    return answers.stream()
        .filter(later -> later.head().instant().isAfter(answer.head().instant()))
        .filter(later -> Persons.same(later.head().author(), answer.head().author()))
        .anyMatch(later -> later.posting() instanceof Posting.Reply reply
            && RemarkReader.isInFavour(reply.trailers()));
  }

  /** The first such words of one answer to a patch. */
  static Optional<Excerpt> in(StoredMail answer, MailHead patch) {
    if (Persons.same(answer.head().author(), patch.author())) {
      return OwnWords.matching(answer, line -> RETRACTS.matcher(line).find());
    }
    boolean isDirect = answer.posting().message().inReplyTo().contains(patch.id());
    Setting setting = new Setting(false, isDirect ? Answers.PATCH : Answers.AUTHOR);
    return RemarkReader.read(answer.posting(), setting)
        .stream()
        .filter(remark -> remark.kind() == Remark.Kind.REFUSAL)
        .map(remark -> new Excerpt(new Anchor.OfMail(answer.head()), remark.line(),
            remark.words()))
        .findFirst();
  }
}
