package dev.chesterton.review;

import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import dev.chesterton.patch.SeriesBuilder;
import java.util.List;
import java.util.Optional;

/** Which mail is the cover letter of a patch. */
public final class SeriesCover {
  private SeriesCover() {}

  /**
   * The cover letter among the mails at hand; without it the mail a patch of a series was sent in reply to, which is how
   * {@code git send-email} threads a series.
   */
  public static Optional<MessageId> of(Posting posting, List<Posting> atHand) {
    if (!(posting instanceof Patch patch)) {
      return Optional.empty();
    }
    Optional<MessageId> found = SeriesBuilder.gather(atHand)
        .stream()
        .filter(series -> series.patches().contains(patch))
        .flatMap(series -> series.cover().stream())
        .map(cover -> cover.message().id())
        .findFirst();
    return found.or(() -> patch.subject()
        .place()
        .flatMap(_ -> patch.message().inReplyTo().stream().findFirst()));
  }

  /** The series of a patch among the mails at hand; alone where no other belongs to it. */
  static Series seriesOf(Patch patch, List<Posting> atHand) {
    return atHand.size() == 1 && isSame(atHand.getFirst().message(), patch.message())
        ? alone(patch)
        : gathered(patch, atHand);
  }

  private static Series alone(Patch patch) {
    return new Series(patch.subject(), Optional.empty(), List.of(patch));
  }

  private static Series gathered(Patch patch, List<Posting> atHand) {
    return SeriesBuilder.gather(atHand)
        .stream()
        .filter(series -> series.patches()
            .stream()
            .anyMatch(other -> isSame(other.message(), patch.message())))
        .findFirst()
        .orElseGet(() -> alone(patch));
  }

  private static boolean isSame(Message one, Message other) {
    return one.id().equals(other.id()) && one.contentHash().equals(other.contentHash());
  }
}
