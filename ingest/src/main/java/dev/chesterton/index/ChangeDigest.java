package dev.chesterton.index;

import dev.chesterton.change.Change;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKeys;
import dev.chesterton.change.PatchId;
import dev.chesterton.change.Trailers;
import dev.chesterton.history.Commit;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.ChangeId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store keeps of a patch mail, a suggested diff or a commit so that two of them can be compared without opening
 * a mail or a tree.
 *
 * @param title of the commit, or of the patch: in-body {@code Subject:} or subject without tags
 * @param author of the change: of a patch mail with a {@code From:} of its own in the text, that one
 * @param added keys of the lines it adds, each once
 * @param removed keys of the lines it takes away, each once
 * @param log keys of the lines of its log, trailers and title left out
 * @param paths old and new path of each file, in alphabetical order
 * @param patchId empty where git has none, and for a suggested diff
 * @param changeId that Gerrit's hook gave the patch, where its log has one
 * @param links mails that the log names in {@code Link:} and {@code Message-Id:} lines
 */
public record ChangeDigest(Head head, String title, Mailbox author, LineKeys added,
    LineKeys removed,
    LineKeys log, List<FilePath> paths, Optional<PatchId> patchId,
    Optional<ChangeId.OfPatch> changeId,
    List<MessageId> links) {

  public ChangeDigest {
    paths = List.copyOf(paths);
    links = List.copyOf(links);
  }

  /**
   * Of a commit, in the store or not.
   *
   * @param head of the same commit
   */
  public static ChangeDigest of(CommitHead head, Commit commit) {
    Change change = commit.change();
    String log = commit.message().substring(commit.title().length());
    return new ChangeDigest(head, commit.title(), commit.author(), change.addedKeys(),
        change.removedKeys(), LogKeys.of(log), List.copyOf(change.paths()), PatchId.of(change),
        changeId(log), LinkTrailers.in(log));
  }

  /** Of a mail that may hold a change; one without is empty. */
  public static ChangeDigest of(MailHead head, Posting posting) {
    return switch (posting) {
      case Posting.Patch patch -> of(head, patch.subject(), patch.author(), patch.change(),
          patch.log(), patch.patchId());
      case Posting.Reply reply -> suggested(head, reply, reply.change());
      case Posting.Letter letter -> suggested(head, letter, letter.change());
      case Posting.CoverLetter cover -> suggested(head, cover, Change.NONE);
    };
  }

  private static ChangeDigest suggested(MailHead head, Posting posting, Change change) {
    return of(head, posting.subject(), posting.message().author(), change, "",
        Optional.empty());
  }

  private static ChangeDigest of(MailHead head, Subject subject, Mailbox author, Change change,
      String log, Optional<PatchId> patchId) {
    return new ChangeDigest(head, subject.title(), author, change.addedKeys(),
        change.removedKeys(), LogKeys.of(log), List.copyOf(change.paths()), patchId,
        changeId(log), LinkTrailers.in(log));
  }

  private static Optional<ChangeId.OfPatch> changeId(String log) {
    return ChangeId.ofTrailers(Trailers.ofLog(log, 1));
  }

  /** When a mail was sent; when a commit was authored, which outlives a rebase. */
  public Instant made() {
    return switch (head) {
      case MailHead mail -> mail.instant();
      case CommitHead commit -> commit.authored();
    };
  }

  /** Nothing is added and nothing removed: a merge, a rename, a change of mode. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }
}
