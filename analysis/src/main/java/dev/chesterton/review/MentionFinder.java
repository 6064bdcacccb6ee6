package dev.chesterton.review;

import dev.chesterton.finding.Claim;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Linker;
import dev.chesterton.patch.Posting.Patch;
import java.time.Instant;
import java.util.List;

/** Reads the mails a review rests on for what they name. */
final class MentionFinder {
  private final Index index;
  private final Linker linker;
  private final Instant until;

  MentionFinder(Index index, Linker linker, Instant until) {
    this.index = index;
    this.linker = linker;
    this.until = until;
  }

  /**
   * Mentions of a patch that need not be in the store, of its thread, and of the mails of its background.
   *
   * @param base that of the series of the patch
   */
  Mentions find(Patch patch, BaseCheck base, List<MailHead> thread, Background background) {
    Anchor source = source(index, patch);
    Sources sources = new Sources(index, until);
    sources.addMails(thread);
    sources.addPatch(patch, source);
    background.attempts().forEach(attempt -> sources.addAnswered(attempt.patch()));
    background.fixed().forEach(fix -> sources.addChange(fix.origin().change()));
    background.discussion().forEach(words -> sources.addTests(words.source()));
    List<Claim> claims = new ClaimChecker(index, linker, until).check(patch, source, thread)
        .stream()
        .map(base::check)
        .toList();
    return new Mentions(linker.replies(thread), linker.objections(patch, thread),
        sources.commits(linker), claims, sources.tests());
  }

  /** The mail of a patch, which need not be in the store. */
  static Anchor source(Index index, Patch patch) {
    return index.mail(patch.message().id())
        .map(StoredMail::head)
        .<Anchor>map(Anchor.OfMail::new)
        .orElseGet(() -> PatchAlone.anchor(patch));
  }
}
