package dev.chesterton.link;

import dev.chesterton.change.LineKeys;
import dev.chesterton.history.Commit;
import dev.chesterton.index.Head;
import dev.chesterton.index.Overlap;
import java.util.List;
import java.util.Optional;

/**
 * An earlier change that added lines a patch now takes away.
 *
 * @param change the commit, or the patch mail where no tree has it
 * @param shared the lines
 * @param fix what shows that the change was a fix, in its own words; empty where nothing does
 * @param evidence why it is believed
 */
public record Origin(Anchor change, LineKeys shared, double weight, double share,
    Optional<Excerpt> fix, Evidence evidence) {

  /** Found by lines in common. */
  public Origin(Anchor change, LineKeys shared, double weight, double share,
      Optional<Excerpt> fix) {
    this(change, shared, weight, share, fix, new Evidence.SharedLines(shared.size(), share));
  }

  /**
   * A commit that blame names.
   *
   * @param commit with its message
   * @param shared those of the lost lines that it put there
   * @param lost how many are lost, each text once
   */
  public static Origin blamed(Commit commit, LineKeys shared, int lost) {
    Anchor anchor = new Anchor.OfCommit(new Head.CommitHead(commit.id(), commit.title(),
        commit.author(), commit.authored(), commit.committed(), List.of()));
    return new Origin(anchor, shared, shared.size(), Math.min(1, (double) shared.size() / lost),
        FixSigns.in(commit.message(), anchor, 1), new Evidence.Blamed(shared.size()));
  }

  public boolean isBlamed() {
    return evidence instanceof Evidence.Blamed;
  }

  /** The same change as the store knows it. */
  public Origin at(Anchor known) {
    return new Origin(known, shared, weight, share,
        fix.map(words -> new Excerpt(known, words.line(), words.words())), evidence);
  }

  static Origin of(Anchor change, Overlap overlap, Optional<Excerpt> fix) {
    return new Origin(change, overlap.shared(), overlap.weight(), overlap.share(), fix);
  }

  public boolean isFix() {
    return fix.isPresent();
  }
}
