package dev.chesterton.link;

import dev.chesterton.change.LineKeys;
import dev.chesterton.index.Overlap;
import java.util.Optional;

/**
 * An earlier change that added lines a patch now takes away.
 *
 * @param change the commit, or the patch mail where no tree has it
 * @param shared the lines
 * @param fix what shows that the change was a fix, in its own words; empty where nothing does
 */
public record Origin(Anchor change, LineKeys shared, double weight, double share,
    Optional<Excerpt> fix) {

  static Origin of(Anchor change, Overlap overlap, Optional<Excerpt> fix) {
    return new Origin(change, overlap.shared(), overlap.weight(), overlap.share(), fix);
  }

  public boolean isFix() {
    return fix.isPresent();
  }

  public Evidence evidence() {
    return new Evidence.SharedLines(shared.size(), share);
  }
}
