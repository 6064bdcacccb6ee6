package dev.chesterton.review;

import dev.chesterton.link.version.SeriesVersion;
import java.util.List;

/**
 * Two versions of one series, patch by patch.
 *
 * @param between versions that lie between the two, oldest first
 * @param patches in the order of the newer one, dropped ones last
 */
public record Comparison(SeriesVersion older, SeriesVersion newer, List<SeriesVersion> between,
    List<PatchComparison> patches) {
  public Comparison {
    between = List.copyOf(between);
    patches = List.copyOf(patches);
  }
}
