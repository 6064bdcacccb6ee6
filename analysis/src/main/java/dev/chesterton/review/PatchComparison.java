package dev.chesterton.review;

import dev.chesterton.link.Comment;
import dev.chesterton.link.version.PatchStep;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.RangeDiff;
import java.util.List;
import java.util.Optional;

/**
 * One patch in two versions of its series.
 *
 * @param diff what differs; empty where the patch is in one of them only
 * @param comments what was said to the older one, with what became of it
 */
public record PatchComparison(PatchStep step, Optional<RangeDiff> diff, List<Comment> comments) {
  public PatchComparison {
    comments = List.copyOf(comments);
  }

  /** The patch, as the newer version has it, else as the older. */
  public Patch patch() {
    return step.after().or(step::before).orElseThrow();
  }

  /** Comments that nothing came of. */
  public List<Comment> open() {
    return comments.stream()
        .filter(comment -> comment.became() == Comment.Became.NOTHING)
        .toList();
  }
}
