package dev.chesterton.review;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting.Patch;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Looks through many patches for flagged ones; a patch that takes nothing away costs next to nothing.
 *
 * <p>Evidence counts until the newest mail of the patch's thread. What is said elsewhere later would change the answer for
 * any old patch at any time, and a list made night after night would differ from one made at once; the review of a
 * patch tells it.
 */
public final class FlaggedFinder {
  private final Index index;
  private final Reviewer reviewer;

  public FlaggedFinder(Index index, RuleBook rules) {
    this.index = index;
    this.reviewer = new Reviewer(index, rules);
  }

  /** Empty for what is no patch of the store, or not flagged. */
  public Optional<FlaggedPatch> of(MessageId id) {
    return index.mail(id).filter(FlaggedFinder::takesAway).flatMap(this::look);
  }

  private static boolean takesAway(StoredMail mail) {
    return mail.posting() instanceof Patch patch
        && patch.change().removed().findAny().isPresent();
  }

  private Optional<FlaggedPatch> look(StoredMail mail) {
    Instant lastMail = lastMail(mail);
    return reviewer.screen(mail.head().id(), new AsOf.At(lastMail))
        .filter(Screening::isFlagged)
        .map(seen -> FlaggedPatch.of(mail.head(), seen.findings(), lastMail));
  }

  private Instant lastMail(StoredMail mail) {
    return index.thread(mail.head().id())
        .stream()
        .map(ThreadMember::head)
        .map(head -> head.instant())
        .max(Comparator.naturalOrder())
        .orElse(mail.head().instant());
  }
}
