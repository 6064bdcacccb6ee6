package dev.chesterton.finding;

import dev.chesterton.link.Anchor;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;

/**
 * The patch itself, for rules that look at what it puts in or says.
 *
 * @param source the mail of the patch, as those who read on may open it
 * @param claims what its {@code Fixes:} trailers say of commits
 */
public record UnderReview(Patch patch, Anchor source, List<Claim> claims) {
  public UnderReview {
    claims = List.copyOf(claims);
  }

  /** All lines it adds, in the order of the mail. */
  public List<AddedCode> additions() {
    return AddedCode.of(patch);
  }

  /** Where the first line of a fence stands in the text of the mail, 1-based; 1 where it is none of this patch. */
  public int mailLine(Fence fence) {
    return patch.change()
        .files()
        .stream()
        .filter(file -> file.oldPath().equals(fence.path()))
        .flatMap(file -> file.hunks().stream())
        .flatMap(hunk -> hunk.lines()
            .stream()
            .filter(line -> line.isRemoved() && line.oldLine() >= fence.fromLine()
                && line.oldLine() <= fence.toLine())
            .map(line -> AddedCode.mailLine(hunk, line, patch.message().lines())))
        .findFirst()
        .orElse(1);
  }

  /**
   * A line of the patch as a reason of its own, which is enough where the line alone shows what is wrong.
   *
   * @param mailLine 1-based
   * @param because one sentence without a full stop
   */
  public Reason ownLine(EvidenceKind kind, int mailLine, String words, String because) {
    return new Reason(kind, new Excerpt(source, mailLine, words), new Evidence.OwnLine(because));
  }
}
