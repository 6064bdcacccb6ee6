package dev.chesterton.review.base;

import dev.chesterton.patch.Series;

/** Finds what a series stands on. */
@FunctionalInterface
public interface Grounds {

  /** No repository is at hand. */
  Grounds NONE = _ -> Ground.NONE;

  Ground of(Series series);
}
