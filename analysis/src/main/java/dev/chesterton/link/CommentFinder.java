package dev.chesterton.link;

import dev.chesterton.change.Change;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.Comment.Became;
import dev.chesterton.link.FateFinder.Settled;
import dev.chesterton.link.remark.OwnLines;
import dev.chesterton.link.remark.Remark;
import dev.chesterton.patch.Posting.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what reviewers say below lines of a patch, and what its next version makes of it. */
final class CommentFinder {

  /** Quoted lines that tell the place. */
  private static final int MOST_QUOTED = 8;

  /** Lines of one comment that are looked at, and shown. */
  private static final int MOST_LINES = 3;

  /** "Agreed." and "Nice!" are no comments that want something. */
  private static final int FEWEST_WORDS = 3;

  private final Index index;

  CommentFinder(Index index) {
    this.index = index;
  }

  /**
   * By date of the mail, then by line.
   *
   * @param next the same patch in the next version; empty where there is none
   * @param thread the mails to look at, by date
   */
  List<Comment> find(Patch patch, Optional<Patch> next, List<MailHead> thread) {
    List<StoredMail> mails = thread.stream()
        .flatMap(head -> index.mail(head.id()).stream())
        .toList();
    Conversation conversation = new Conversation(patch, mails);
    List<Comment> comments = new ArrayList<>();
    for (StoredMail reply : conversation.replies()) {
      if (!conversation.isByAuthor(reply)) {
        for (Remark remark : remarks(reply)) {
          QuotedPlace.ofWrapped(remark.quoted(), patch.change())
              .map(place -> comment(conversation, reply, remark, place, next))
              .ifPresent(comments::add);
        }
      }
    }
    return comments;
  }

  /** The first paragraph below each quotation. */
  private static List<Remark> remarks(StoredMail reply) {
    OwnLines lines = OwnLines.of(reply.posting());
    List<Remark> remarks = new ArrayList<>();
    boolean isBelow = false;
    for (int line = 1; line <= lines.end(); line++) {
      if (lines.depth(line) > 0) {
        isBelow = true;
      } else if (isBelow && lines.isOwn(line) && !lines.text(line).isBlank()) {
        isBelow = false;
        remark(lines, line).ifPresent(remarks::add);
      }
    }
    return remarks;
  }

  private static Optional<Remark> remark(OwnLines lines, int line) {
    String words = lines.words(line, MOST_LINES);
    int last = line;
    while (last < lines.end() && lines.depth(last + 1) == 0 && !lines.text(last + 1).isBlank()) {
      last++;
    }
    return words.split(" ").length < FEWEST_WORDS ? Optional.empty()
        : Optional.of(new Remark(Remark.Kind.QUESTION, line, last, words,
            lines.quotedAbove(line, MOST_QUOTED), 0));
  }

  private static Comment comment(Conversation conversation, StoredMail reply, Remark remark,
      PatchLine place, Optional<Patch> next) {
    Settled settled = new FateFinder(conversation, reply, remark).find();
    boolean isChanged = next.filter(patch -> !holds(patch.change(), place)).isPresent();
    Became became = isChanged ? Became.CHANGED
        : settled.fate() == Fate.OPEN ? Became.NOTHING : Became.ANSWERED;
    return new Comment(
        new Excerpt(new Anchor.OfMail(reply.head()), remark.line(), remark.words()), place,
        remark.quoted(), became, settled.words());
  }

  /** Whether a change has a line in a file of this name, as it was quoted. */
  private static boolean holds(Change change, PatchLine place) {
    return change.files()
        .stream()
        .filter(file -> file.oldPath().endsLike(place.path())
            || file.newPath().endsLike(place.path()))
        .flatMap(file -> file.lines())
        .anyMatch(line -> line.kind().sign() == place.sign()
            && QuotedPlace.folded(line.text()).equals(QuotedPlace.folded(place.text())));
  }
}
