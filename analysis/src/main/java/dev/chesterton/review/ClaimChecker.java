package dev.chesterton.review;

import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.finding.Claim;
import dev.chesterton.finding.Claim.Verdict;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CitedCommit;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Linker;
import dev.chesterton.link.OwnWords;
import dev.chesterton.patch.Posting.Patch;
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

  /** The {@code Fixes:} trailers alone, without what is answered to them. */
  List<Claim> checkFixes(Patch patch, Anchor source) {
    return patch.citations()
        .stream()
        .filter(citation -> citation instanceof OfCommit commit
            && commit.form() == CommitForm.FIXES && citation.line() < patch.diffLine())
        .map(citation -> check((OfCommit) citation, patch, source, List.of()))
        .toList();
  }

  private Claim check(OfCommit citation, Patch patch, Anchor source, List<StoredMail> replies) {
    Optional<CitedCommit> found = linker.cited(citation.hex(), until);
    Optional<Anchor> other = otherCommit(citation, found);
    Anchor commit = other.or(() -> found.map(CitedCommit::commit))
        .orElseGet(() -> new Anchor.OfUnknownCommit(citation.hex(), citation.title().orElse("")));
    String line = patch.message().lines().get(citation.line() - 1);
    List<Excerpt> answers = replies.stream()
        .flatMap(reply -> OwnWords.below(reply, line).stream())
        .toList();
    Verdict verdict = other.map(_ -> Verdict.OTHER_ID)
        .orElseGet(() -> verdict(citation, found, patch));
    return new Claim(citation, new Excerpt(source, citation.line(), line), verdict, commit,
        answers);
  }

  /**
   * The commit that bears the title given to an unknown id, unless its message names that id: then it is a backport of
   * what is cited.
   */
  private Optional<Anchor> otherCommit(OfCommit citation, Optional<CitedCommit> found) {
    if (citation.form() != CommitForm.FIXES
        || found.isPresent() && (found.get().ambiguous()
            || found.get().commit() instanceof Anchor.OfCommit)
        || index.summary().trees().isEmpty()) {
      return Optional.empty();
    }
    return citation.title()
        .flatMap(title -> new CommitTitles(index, until).only(title))
        .<Anchor>map(Anchor.OfCommit::new)
        .filter(commit -> found.stream()
            .flatMap(reference -> reference.citedIn().stream())
            .noneMatch(citing -> citing.excerpt().source().key().equals(commit.key())));
  }

  private Verdict verdict(OfCommit citation, Optional<CitedCommit> found, Patch patch) {
    Verdict verdict = Verdict.of(found, citation.title(), !index.summary().trees().isEmpty());
    boolean isInNoTree = verdict == Verdict.UNKNOWN || verdict == Verdict.NO_TREE;
    return isInNoTree
        && found.filter(others -> OtherCitations.differ(citation, others, patch)).isPresent()
            ? Verdict.OTHERS_DIFFER
            : verdict;
  }
}
