package dev.chesterton.cli;

import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.CoverLetter;
import dev.chesterton.patch.Series;
import dev.chesterton.patch.SeriesBuilder;
import java.util.List;

/** The patches below a cover letter, as far as the store has them. */
record CoveredPatches(Index index) {

  /** By their numbers; none where the store does not know the letter. */
  List<MessageId> of(CoverLetter cover) {
    MessageId id = cover.message().id();
    List<Posting> postings = index.thread(id)
        .stream()
        .map(ThreadMember::head)
        .filter(head -> head.kind() == MailKind.PATCH || head.kind() == MailKind.COVER_LETTER)
        .flatMap(head -> index.mail(head.id()).stream())
        .map(StoredMail::posting)
        .toList();
    return SeriesBuilder.gather(postings)
        .stream()
        .filter(series -> isOf(series, id))
        .flatMap(series -> series.patches().stream())
        .map(patch -> patch.message().id())
        .toList();
  }

  private static boolean isOf(Series series, MessageId cover) {
    return series.cover().filter(letter -> letter.message().id().equals(cover)).isPresent();
  }
}
