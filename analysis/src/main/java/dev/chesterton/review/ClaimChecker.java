package dev.chesterton.review;

import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Linker;
import dev.chesterton.link.OwnWords;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.review.Claim.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks each commit that the message of a patch cites. */
final class ClaimChecker {
  private final Index index;
  private final Linker linker;
  private final Instant until;

  ClaimChecker(Index index, Linker linker, Instant until) {
    this.index = index;
    this.linker = linker;
    this.until = until;
  }

  /** @param source the patch, as those who read on may open it */
  List<Claim> check(Patch patch, Anchor source, List<MailHead> thread) {
    List<StoredMail> replies = thread.stream()
        .filter(head -> head.kind() == MailKind.REPLY)
        .flatMap(head -> index.mail(head.id()).stream())
        .toList();
    return patch.citations()
        .stream()
        .filter(citation -> citation instanceof OfCommit && citation.line() < patch.diffLine())
        .map(citation -> check((OfCommit) citation, patch, source, replies))
        .toList();
  }

  private Claim check(OfCommit citation, Patch patch, Anchor source, List<StoredMail> replies) {
    Optional<CommitReference> found = linker.commit(citation.hex(), until);
    Anchor commit = found.map(CommitReference::commit)
        .orElseGet(() -> new Anchor.OfUnknownCommit(citation.hex(), citation.title().orElse("")));
    String line = patch.message().lines().get(citation.line() - 1);
    List<Excerpt> answers = replies.stream()
        .flatMap(reply -> OwnWords.below(reply, line).stream())
        .toList();
    return new Claim(citation, new Excerpt(source, citation.line(), line), verdict(citation, found),
        commit, answers);
  }

  private Verdict verdict(OfCommit citation, Optional<CommitReference> found) {
    if (found.isPresent() && found.get().ambiguous()) {
      return Verdict.AMBIGUOUS;
    }
    if (found.isPresent() && found.get().commit() instanceof Anchor.OfCommit commit) {
      return citation.title()
          .map(title -> title.equals(commit.title()) ? Verdict.CORRECT : Verdict.TITLE_DIFFERS)
          .orElse(Verdict.NO_TITLE);
    }
    return index.summary().trees().isEmpty() ? Verdict.NO_TREE : Verdict.UNKNOWN;
  }
}
